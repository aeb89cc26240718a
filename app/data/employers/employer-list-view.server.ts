import type { Actor } from "~/domain/access/actor";
import type { EmployerKind } from "~/domain/employers/employer";
import { isAtWork } from "~/data/placements/at-work.server";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { regionPrefix, toRegionCode } from "~/domain/shared/region-code";
import { workplaceName } from "~/data/placements/workplace-name.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface EmployerFilter {
  /** Part of the name or of the credit code; empty for all. */
  readonly text: string;
  readonly kind: string;
  /** Where it is registered: a county, prefecture or province; empty for all. */
  readonly region: string;
  /** Only those with somebody of the reader's counties at work. */
  readonly onlyAtWork: boolean;
}

export interface EmployerRow {
  readonly id: string;
  readonly name: string;
  readonly kind: EmployerKind;
  readonly creditCode: string | null;
  readonly regionName: string | null;
  /** Lines of the reader's counties that have not ended by the day. */
  readonly atWork: number;
  /** Vacancies and orders that are not over on the day. */
  readonly vacancies: number;
}

type Stored = Omit<EmployerRow, "regionName"> & { readonly regionCode: string | null };

/** Employers by name, whoever entered them; people are counted in the actor's counties only. */
export function listEmployers(
  actor: Actor,
  filter: EmployerFilter,
  at: { readonly on: CalendarDate; readonly cursor: KeyCursor; readonly size: number },
): Promise<KeyPage<EmployerRow>> {
  const { on, cursor, size } = at;
  const way = cursor.before === null ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return inTransaction(actor, async (tx) => {
    const where = Prisma.join([...matching(filter, on), ...(await beyond(tx, cursor))], " AND ");
    const rows = await tx.$queryRaw<Stored[]>`
      SELECT e.id, e.name, e.kind, e.credit_code AS "creditCode", e.region_code AS "regionCode",
        (SELECT count(*)::int FROM placement p WHERE ${worksThere(on)}) AS "atWork",
        (SELECT count(*)::int FROM vacancy v WHERE v.employer_id = e.id AND v.closed_at IS NULL
          AND (v.open_to IS NULL OR v.open_to >= ${on}::date)) AS vacancies
      FROM employer e WHERE ${where} ORDER BY e.name ${way}, e.id ${way} LIMIT ${size + 1}`;
    return keyPage(rows.map(asRow), size, cursor, ({ id }) => id);
  });
}

function asRow({ regionCode, ...row }: Stored): EmployerRow {
  return { ...row, regionName: regionCode === null ? null : workplaceName(regionCode) };
}

/** As the ledger has it: its list of the employer's people at work has as many. */
function worksThere(on: CalendarDate): Prisma.Sql {
  return Prisma.sql`p.employer_id = e.id AND p.removed_at IS NULL AND ${isAtWork(on)}`;
}

function matching(filter: EmployerFilter, on: CalendarDate): Prisma.Sql[] {
  const { text, kind, region, onlyAtWork } = filter;
  const conditions = [Prisma.sql`TRUE`];
  if (text !== "") {
    conditions.push(Prisma.sql`(strpos(e.name, ${text}) > 0
      OR strpos(e.credit_code, upper(${text})) > 0)`);
  }
  if (kind !== "") conditions.push(Prisma.sql`e.kind = ${kind}`);
  const code = toRegionCode(region);
  if (code !== null) conditions.push(Prisma.sql`starts_with(e.region_code, ${regionPrefix(code)})`);
  if (onlyAtWork)
    conditions.push(Prisma.sql`EXISTS (SELECT FROM placement p WHERE ${worksThere(on)})`);
  return conditions;
}

async function beyond(tx: Tx, cursor: KeyCursor): Promise<Prisma.Sql[]> {
  const key = cursor.before ?? cursor.after;
  if (key === null) return [];
  const at = await tx.employer.findUnique({ where: { id: key }, select: { name: true } });
  if (at === null) return [];
  const comparison = cursor.before === null ? Prisma.sql`>` : Prisma.sql`<`;
  return [Prisma.sql`(e.name, e.id) ${comparison} (${at.name}, ${key}::uuid)`];
}
