import type { PoolClient } from "pg";
import { IS_SIGNED } from "~/data/posts/receipt-sql.server";
import type { PostFacts } from "~/domain/claims/facts";
import { chainsOf } from "~/domain/posts/term";
import type { NumbersOn } from "~/domain/rules/value-series";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { PageLine } from "./line-page.server";

type Stored = Omit<PostFacts, "chainFrom" | "chainTo"> & {
  readonly lineId: string;
  readonly appointmentId: string;
};
interface Term {
  /** Null: another county's. */
  readonly id: string | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** What the months of these posts prove, by line. */
export async function postFactsOf(
  client: PoolClient,
  lines: readonly PageLine[],
  numbers: NumbersOn,
): Promise<ReadonlyMap<string, PostFacts>> {
  const asked = lines.filter(({ sourceKind }) => sourceKind === "WAGE_LINE");
  if (asked.length === 0) return new Map();
  const stored = await storedOf(client, asked);
  const terms = await termsOf(client, asked);
  return new Map(
    asked.flatMap((line, at) => {
      const found = stored.get(line.id);
      if (found === undefined) return [];
      const { lineId, appointmentId, ...facts } = found;
      const others = (terms.get(at + 1) ?? []).filter(({ id }) => id !== appointmentId);
      const own = { id: appointmentId, startsOn: facts.startsOn, endsOn: facts.endsOn };
      const gapDays = numbers(line.eventOn)("post.gapDays")?.value ?? 0;
      const chain = chainsOf<Term>([...others, own], gapDays).find((one) =>
        one.terms.includes(own),
      );
      const days = chain ?? own;
      return [[lineId, { ...facts, chainFrom: days.startsOn, chainTo: days.endsOn }] as const];
    }),
  );
}

async function storedOf(client: PoolClient, lines: readonly PageLine[]) {
  const { rows } = await client.query<Stored>(
    `SELECT c.id AS "lineId", a.id AS "appointmentId", l.month::text, a.starts_on::text AS "startsOn",
       a.ends_on::text AS "endsOn", a.left_on::text AS "leftOn", a.short_reason AS "shortReason",
       s.state = 'locked' AS "isLocked", ${IS_SIGNED.sql} AS "isSigned",
       coalesce(l.payment_state = 'PAID', false) AS "isPaid",
       CASE WHEN l.payment_state = 'PAID' THEN l.pay_fen ELSE 0 END AS "paidFen", l.rate_fen AS "rateFen",
       l.worked_days::int AS "workedDays", l.absent_days::int AS "absentDays",
       EXISTS (SELECT FROM region_flag f WHERE f.county_code = l.county_code
         AND f.kind IN ('LISTED_SUPERVISION', 'COVID_AFFECTED') AND f.from_on <= c.period_to
         AND coalesce(f.to_on, 'infinity') >= c.period_from) AS "countyIsFlagged"
     FROM claim_line c JOIN wage_line l ON l.id = c.source_id JOIN wage_sheet s ON s.id = l.sheet_id
       JOIN post_appointment a ON a.id = l.appointment_id
     WHERE c.id = ANY ($1::uuid[]) AND l.removed_at IS NULL`,
    [lines.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.lineId, row]));
}

/** Every post of the people, by the place of the line (from 1). */
async function termsOf(client: PoolClient, lines: readonly PageLine[]) {
  const { rows } = await client.query<Term & { readonly at: number }>(
    `SELECT at, subject_id AS id, starts_on::text AS "startsOn", ends_on::text AS "endsOn"
     FROM post_terms($1::bytea[])`,
    [lines.map(({ idIndex }) => idIndex)],
  );
  const terms = new Map<number, Term[]>();
  for (const { at, ...term } of rows) {
    const own = terms.get(at);
    if (own === undefined) terms.set(at, [term]);
    else own.push(term);
  }
  return terms;
}
