import type { MonthRecord } from "~/domain/posts/board-months";
import type { PaymentState } from "~/domain/posts/wage";
import type { Tx } from "~/platform/prisma/client.server";
import { IS_SIGNED } from "./receipt-sql.server";

interface StoredLine {
  readonly id: string;
  readonly month: string;
  readonly payment: PaymentState | null;
  readonly isSigned: boolean;
}

/** What is recorded of the months of these posts, by the post's id and the first day of the month. */
export async function monthRecordsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, MonthRecord>>> {
  const lines = await tx.$queryRaw<StoredLine[]>`
    SELECT l.appointment_id AS id, l.month::text AS month, l.payment_state AS payment,
      ${IS_SIGNED} AS "isSigned"
    FROM wage_line l WHERE l.appointment_id = ANY (${ids}::uuid[]) AND l.removed_at IS NULL`;
  const days = await tx.postAttendance.findMany({
    where: { appointmentId: { in: [...ids] } },
    select: { appointmentId: true, month: true, marks: true },
  });
  const found = new Map<string, Map<string, MonthRecord>>();
  const put = (id: string, month: string, told: Partial<MonthRecord>) => {
    const months = found.get(id) ?? new Map<string, MonthRecord>();
    const none = { marks: null, hasLine: false, payment: null, isSigned: false };
    months.set(month, { ...none, ...months.get(month), ...told });
    found.set(id, months);
  };
  for (const { id, month, payment, isSigned } of lines) {
    put(id, month, { payment, isSigned, hasLine: true });
  }
  for (const { appointmentId, month, marks } of days) {
    put(appointmentId, month.toISOString().slice(0, 10), { marks });
  }
  return found;
}
