import type { PoolClient } from "pg";
import type { PlacementFacts } from "~/domain/claims/facts";
import { knownOn, type JobRecord } from "~/domain/placements/job-record";
import { provedSpells } from "~/domain/placements/retention-proof";
import type { NumbersOn } from "~/domain/rules/value-series";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { PageLine } from "./line-page.server";

type Stored = Omit<PlacementFacts, "provedMonths" | "isLost"> & { readonly lineId: string };
interface Job extends JobRecord {
  readonly id: string;
  readonly personId: string;
}

/** What the placements of these lines prove, by line; months are counted over all jobs of the person in the county. */
export async function placementFactsOf(
  client: PoolClient,
  lines: readonly PageLine[],
  numbers: NumbersOn,
  claimedOn: CalendarDate,
): Promise<ReadonlyMap<string, PlacementFacts>> {
  const asked = lines.filter(({ sourceKind }) => sourceKind === "PLACEMENT");
  if (asked.length === 0) return new Map();
  const stored = await storedOf(client, asked);
  const jobs = await jobsOf(client, [...new Set(asked.map(({ personId }) => personId))]);
  return new Map(
    asked.flatMap((line) => {
      const facts = stored.get(line.id);
      if (facts === undefined) return [];
      const own = jobs.get(line.personId) ?? [];
      const job = own.find(({ id }) => id === line.sourceId);
      const { lineId, ...rest } = facts;
      const gapDays = numbers(line.periodTo)("retention.gapDays")?.value ?? 0;
      const provedMonths = provedMonthsOf(own, gapDays, line.periodTo, facts.startedOn);
      const isLost = job !== undefined && knownOn(job, claimedOn).isLost;
      return [[lineId, { ...rest, provedMonths, isLost }] as const];
    }),
  );
}

/** Of the spell in which the job lies that began on the day. */
function provedMonthsOf(
  jobs: readonly JobRecord[],
  gapDays: number,
  asOf: CalendarDate,
  startedOn: CalendarDate,
): number {
  const spells = provedSpells(jobs, gapDays, asOf, Infinity);
  return spells.findLast(({ firstOn }) => firstOn <= startedOn)?.provedMonths ?? 0;
}

async function storedOf(client: PoolClient, lines: readonly PageLine[]) {
  const { rows } = await client.query<Stored>(
    `SELECT l.id AS "lineId", p.started_on::text AS "startedOn", p.ended_on::text AS "endedOn", p.destination,
       p.form, p.evidence_count AS "evidenceCount", p.last_contact_on::text AS "lastContactOn",
       EXISTS (SELECT FROM placement_evidence e WHERE e.placement_id = p.id AND e.kind = 'CONTRACT'
         AND e.voided_at IS NULL) AS "hasContract",
       CASE WHEN b.id IS NOT NULL AND i.kind = 'INTERMEDIARY' THEN jsonb_build_object(
         'batchOn', b.organised_on, 'licence', CASE WHEN i.licence_no <> '' THEN
           jsonb_build_object('from', i.licence_from, 'to', i.licence_to) END) END AS intermediary
     FROM claim_line l JOIN placement p ON p.id = l.source_id
       LEFT JOIN labour_batch b ON b.id = p.batch_id LEFT JOIN employer i ON i.id = b.intermediary_id
     WHERE l.id = ANY ($1::uuid[]) AND p.removed_at IS NULL`,
    [lines.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.lineId, row]));
}

async function jobsOf(client: PoolClient, personIds: readonly string[]) {
  const { rows } = await client.query<Job>(
    `SELECT p.id, p.person_id AS "personId", p.started_on::text AS "startedOn", p.ended_on::text AS "endedOn",
       p.contract_from::text AS "contractFrom", p.contract_to::text AS "contractTo",
       coalesce(e.papers, '[]') AS papers, coalesce(f.contacts, '[]') AS contacts
     FROM placement p
       LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('kind', kind, 'fromMonth', from_month,
           'toMonth', to_month)) AS papers
         FROM placement_evidence WHERE placement_id = p.id AND voided_at IS NULL) e ON true
       LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('contactedOn', contacted_on,
           'outcome', outcome) ORDER BY recorded_at, id) AS contacts
         FROM follow_up WHERE placement_id = p.id AND voided_at IS NULL) f ON true
     WHERE p.person_id = ANY ($1::uuid[]) AND p.removed_at IS NULL ORDER BY p.started_on, p.id`,
    [personIds],
  );
  const own = new Map<string, Job[]>();
  for (const job of rows) {
    const before = own.get(job.personId);
    if (before === undefined) own.set(job.personId, [job]);
    else before.push(job);
  }
  return own;
}
