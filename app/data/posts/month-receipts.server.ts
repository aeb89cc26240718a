import { boardMonths, type MonthRecord, type ReceiptStanding } from "~/domain/posts/board-months";
import { dayInChina, now } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { AppointmentRecord } from "./appointment-store.server";
import type { MonthWage } from "./appointment-months.server";

/** What is recorded of a post's months, by their first days. */
interface Recorded {
  readonly marks: ReadonlyMap<string, string>;
  readonly wages: ReadonlyMap<string, MonthWage>;
}

/** Where the receipt of each month of the post stands: the very marks of the board. */
export async function monthReceipts(
  tx: Tx,
  one: AppointmentRecord,
  { marks, wages }: Recorded,
): Promise<ReadonlyMap<string, ReceiptStanding>> {
  const { statedReceipts } = await tx.postAppointment.findUniqueOrThrow({
    where: { id: one.id },
    select: { statedReceipts: true },
  });
  const recorded = [...new Set([...marks.keys(), ...wages.keys()])];
  const records = recorded.map((month): [string, MonthRecord] => {
    const wage = wages.get(month) ?? null;
    const paid = { hasLine: wage !== null, payment: wage?.payment ?? null };
    return [month, { ...paid, marks: marks.get(month) ?? null, isSigned: wage?.isSigned === true }];
  });
  const months = boardMonths({ ...one, statedReceipts }, new Map(records), dayInChina(now()));
  return new Map(months.map(({ month, receipt }) => [month, receipt]));
}
