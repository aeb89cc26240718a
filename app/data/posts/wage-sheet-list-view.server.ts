import type { Actor } from "~/domain/access/actor";
import { readsWholePost } from "~/domain/posts/reader";
import type { WageSheetState } from "~/domain/posts/wage";
import { wageSheetName } from "~/domain/posts/wage-receipt";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface WageSheetRow {
  readonly id: string;
  readonly label: string;
  readonly countyName: string;
  /** 乡镇 and fund source that it was drawn from; empty for all. A district officer is not told the 乡镇. */
  readonly drawnFrom: string;
  readonly state: WageSheetState;
  readonly isRemoved: boolean;
  readonly headcount: number;
  /** Null for a district officer. */
  readonly payFen: Fen | null;
  readonly paid: number;
  readonly failed: number;
  readonly signed: number;
}

export interface WageSheetFilter {
  /** Null for every month. */
  readonly month: CalendarDate | null;
  readonly county: string;
  readonly state: WageSheetState | "removed" | "standing";
}

interface Stored extends Omit<WageSheetRow, "label" | "countyName" | "drawnFrom" | "payFen"> {
  readonly countyCode: string;
  readonly month: string;
  readonly number: number;
  readonly township: string;
  readonly fundSource: string;
  readonly payFen: bigint;
}

/** The sheets of the actor's counties, the latest month first, with how far each is paid and signed. */
export async function listWageSheets(
  actor: Actor,
  filter: WageSheetFilter,
  { page, size, on }: { readonly page: number; readonly size: number; readonly on: string },
): Promise<{ readonly rows: readonly WageSheetRow[]; readonly total: number }> {
  const where = conditionsOf(filter);
  return inTransaction(actor, async (tx) => {
    const counted = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM wage_sheet s WHERE ${where}`;
    const rows = await tx.$queryRaw<Stored[]>`
      SELECT s.id, s.county_code AS "countyCode", s.month::text AS month, s.number, s.township,
        s.fund_source AS "fundSource", s.state, s.removed_at IS NOT NULL AS "isRemoved",
        count(l.id)::int AS headcount, coalesce(sum(l.pay_fen), 0)::bigint AS "payFen",
        count(*) FILTER (WHERE l.payment_state = 'PAID')::int AS paid,
        count(*) FILTER (WHERE l.payment_state = 'FAILED')::int AS failed,
        count(*) FILTER (WHERE EXISTS (SELECT FROM acknowledgement k JOIN roster_line r ON r.id = k.line_id
          WHERE k.line_id = l.id AND k.element = 'SIGNATURE' AND k.voided_at IS NULL
            AND r.removed_at IS NULL AND k.line_version = r.content_version))::int AS signed
      FROM wage_sheet s LEFT JOIN wage_line l ON l.sheet_id = s.id AND l.removed_at IS NULL
      WHERE ${where}
      GROUP BY s.id ORDER BY s.month DESC, s.county_code, s.number DESC
      LIMIT ${size} OFFSET ${(page - 1) * size}`;
    return { total: counted[0]?.total ?? 0, rows: rows.map((row) => rowOf(actor, row, on)) };
  });
}

function conditionsOf({ month, county, state }: WageSheetFilter): Prisma.Sql {
  const conditions = [
    state === "removed" ? Prisma.sql`s.removed_at IS NOT NULL` : Prisma.sql`s.removed_at IS NULL`,
    ...(state === "removed" || state === "standing" ? [] : [Prisma.sql`s.state = ${state}`]),
    ...(month === null ? [] : [Prisma.sql`s.month = ${month}::date`]),
    ...(county === "" ? [] : [Prisma.sql`s.county_code = ${county}`]),
  ];
  return Prisma.join(conditions, " AND ");
}

function rowOf(actor: Actor, row: Stored, on: string): WageSheetRow {
  const { countyCode, month, number, township, fundSource, payFen, ...rest } = row;
  const isWhole = readsWholePost(actor, countyCode, on);
  return {
    ...rest,
    label: wageSheetName({ month, number }),
    countyName: regionName(countyCode) ?? countyCode,
    drawnFrom: [isWhole ? township : "", fundSource].filter((one) => one !== "").join(" · "),
    payFen: isWhole ? fen(Number(payFen)) : null,
  };
}
