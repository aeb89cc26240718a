import { findPayeeAccounts, type PayeeAccount } from "~/data/people/payee-account-store.server";
import { findParameter } from "~/data/rules/parameter-store.server";
import { chainsOf } from "~/domain/posts/term";
import { accountFindings, type WageFinding } from "~/domain/posts/wage-findings";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { monthsEnd } from "~/domain/shared/months";
import type { Tx } from "~/platform/prisma/client.server";
import { jobsBesidePosts } from "./jobs-beside.server";
import { othersOnAccounts } from "./shared-accounts.server";

interface Payee {
  readonly appointmentId: string;
  readonly personId: string;
  readonly idIndex: Uint8Array;
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly lastDay: CalendarDate;
}

export interface CheckedPayee {
  /** The account that stands now. */
  readonly account: PayeeAccount | null;
  readonly findings: readonly WageFinding[];
}

/** The accounts of these payees and what there is to say about each; one answer a payee, in their order. */
export async function checkPayees(
  tx: Tx,
  of: { readonly countyCode: string; readonly month: CalendarDate },
  payees: readonly Payee[],
): Promise<readonly CheckedPayee[]> {
  if (payees.length === 0) return [];
  const accounts = await findPayeeAccounts(
    tx,
    payees.map(({ personId }) => personId),
  );
  const others = await othersOnAccounts(tx, [...accounts.values()], of.countyCode);
  const jobs = await jobsInMonth(tx, of.month, payees);
  const twice = await personsWithTwoLines(tx, of.month, payees);
  const chains = await tooLongChains(tx, of, payees);
  return payees.map(({ personId, name, appointmentId }, at) => {
    const account = accounts.get(personId) ?? null;
    const chain = chains.get(at);
    return {
      account,
      findings: [
        ...(account === null
          ? []
          : accountFindings(name, { ...account, ...(others.get(account.id) ?? NOBODY) })),
        ...(jobs.get(appointmentId) ?? []),
        ...(twice.has(personId) ? [{ kind: "twoLines" } as const] : []),
        ...(chain === undefined ? [] : [chain]),
      ],
    };
  });
}

const NOBODY = { others: 0, names: [] };

/** By post: jobs on a day of the month on which the post was held too. */
async function jobsInMonth(
  tx: Tx,
  month: CalendarDate,
  payees: readonly Payee[],
): Promise<ReadonlyMap<string, readonly WageFinding[]>> {
  const last = monthsEnd(month, 1);
  const jobs = await jobsBesidePosts(
    tx,
    payees.map(({ appointmentId }) => appointmentId),
  );
  return new Map(
    payees.map(({ appointmentId, startsOn, lastDay }) => {
      const from = startsOn > month ? startsOn : month;
      const to = lastDay < last ? lastDay : last;
      const meets = (jobs.get(appointmentId) ?? []).filter(
        (job) => job.startsOn <= to && (job.endsOn ?? to) >= from,
      );
      return [
        appointmentId,
        meets.map(({ label, startsOn: since, endsOn }): WageFinding => ({
          ...{ kind: "jobBeside", label, startsOn: since, endsOn },
        })),
      ];
    }),
  );
}

/** Two of the payees, or one of them and a line of another sheet of the month. */
async function personsWithTwoLines(
  tx: Tx,
  month: CalendarDate,
  payees: readonly Payee[],
): Promise<ReadonlySet<string>> {
  const people = payees.map(({ personId }) => personId);
  const posts = payees.map(({ appointmentId }) => appointmentId);
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    SELECT person_id AS "personId" FROM (
      SELECT * FROM unnest(${people}::uuid[], ${posts}::uuid[]) AS here (person_id, post_id)
      UNION SELECT person_id, appointment_id FROM wage_line
        WHERE person_id = ANY (${people}::uuid[]) AND month = ${month}::date AND removed_at IS NULL
    ) AS lines GROUP BY person_id HAVING count(*) > 1`;
  return new Set(rows.map(({ personId }) => personId));
}

/** By place among the payees: the chain that this post belongs to, where it is longer than six months. */
async function tooLongChains(
  tx: Tx,
  { countyCode, month }: { readonly countyCode: string; readonly month: CalendarDate },
  payees: readonly Payee[],
): Promise<ReadonlyMap<number, WageFinding>> {
  const gapDays = (await findParameter(tx, "post.gapDays", countyCode, month))?.value ?? 0;
  const hexes = payees.map(({ idIndex }) => Buffer.from(idIndex).toString("hex"));
  const terms = await tx.$queryRaw<
    { at: number; subjectId: string | null; startsOn: string; endsOn: string }[]
  >`
    SELECT at, subject_id::text AS "subjectId", starts_on::text AS "startsOn", ends_on::text AS "endsOn"
    FROM post_terms((SELECT array_agg(decode(hex, 'hex') ORDER BY n)
      FROM unnest(${hexes}::text[]) WITH ORDINALITY AS h (hex, n)))`;
  const found = new Map<number, WageFinding>();
  for (const [at, { appointmentId }] of payees.entries()) {
    const own = terms
      .filter((term) => term.at === at + 1)
      .map((term) => ({ ...term, startsOn: day(term.startsOn), endsOn: day(term.endsOn) }));
    const chain = chainsOf(own, gapDays).find(({ terms: of }) =>
      of.some(({ subjectId }) => subjectId === appointmentId),
    );
    if (chain?.isTooLong !== true) continue;
    const { startsOn, endsOn } = chain;
    found.set(at, { kind: "chainTooLong", startsOn, endsOn });
  }
  return found;
}
