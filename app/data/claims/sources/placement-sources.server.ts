import { placementStanding, SourceCount, type SourceChoice } from "~/domain/claims/claim-source";
import type { NumbersOn } from "~/domain/rules/value-series";
import { addDays, type CalendarDate } from "~/domain/shared/calendar-date";
import { addMonths, monthOf } from "~/domain/shared/months";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { wantedUntil, type PlacementKind } from "../draw/placement-lines.server";

interface Asked {
  readonly countyCode: string;
  readonly kind: PlacementKind;
  readonly today: CalendarDate;
  readonly numbers: NumbersOn;
}

interface Counted {
  /** Of a labour batch; null for the others. */
  readonly batchId: string | null;
  readonly batchName: string | null;
  readonly organisedOn: string | null;
  readonly startedOn: CalendarDate;
  readonly isClaimed: boolean;
  readonly isPublicPost: boolean;
  readonly isLocal: boolean;
  readonly hasEvidence: boolean;
  readonly count: number;
}

/** The county's placements by the month they began in, the latest first. */
export async function monthSources(tx: Tx, asked: Asked): Promise<SourceChoice[]> {
  const rows = await counted(tx, asked, Prisma.sql`LEFT JOIN labour_batch b ON FALSE`);
  const months = grouped(rows, asked, ({ startedOn }) => monthOf(startedOn));
  return [...months].map(([key, { count }]) => {
    const from = key as CalendarDate;
    const to = addDays(addMonths(from, 1), -1);
    return {
      ...{ key, label: `${key.slice(0, 7)} 上岗`, note: `${from} 至 ${to}`, people: count.people },
      ...{ open: count.open, hindered: count.hindered(), search: { from, to } },
    };
  });
}

/** The county's labour batches that an intermediary sent out, the latest first. */
export async function batchSources(tx: Tx, asked: Asked): Promise<SourceChoice[]> {
  const rows = await counted(tx, asked, Prisma.sql`JOIN labour_batch b ON b.id = p.batch_id`);
  return [...grouped(rows, asked, ({ batchId }) => batchId ?? "")].map(
    ([key, { count, first }]) => ({
      ...{ key, label: first.batchName ?? "", note: `组织日期 ${first.organisedOn ?? ""}` },
      ...{ people: count.people, open: count.open, hindered: count.hindered() },
      search: { labourBatchId: key },
    }),
  );
}

function counted(tx: Tx, { countyCode, kind }: Asked, batch: Prisma.Sql): Promise<Counted[]> {
  return tx.$queryRaw<Counted[]>`
    SELECT b.id AS "batchId", b.name AS "batchName", b.organised_on::text AS "organisedOn",
      p.started_on::text AS "startedOn", p.form = 'PUBLIC_SERVICE' AS "isPublicPost",
      p.destination = 'LOCAL' AS "isLocal", p.evidence_count > 0 AS "hasEvidence",
      EXISTS (SELECT FROM claim_line x WHERE x.kind = ${kind} AND x.source_id = p.id
        AND x.removed_at IS NULL) AS "isClaimed", count(*)::int AS count
    FROM placement p ${batch}
    WHERE p.county_code = ${countyCode} AND p.removed_at IS NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    ORDER BY "organisedOn" DESC, "startedOn" DESC`;
}

function grouped(
  rows: readonly Counted[],
  { kind, today, numbers }: Asked,
  keyOf: (row: Counted) => string,
): ReadonlyMap<string, { readonly count: SourceCount; readonly first: Counted }> {
  const groups = new Map<string, { readonly count: SourceCount; readonly first: Counted }>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key) ?? { count: new SourceCount(), first: row };
    groups.set(key, group);
    const { isClaimed, isPublicPost, hasEvidence, startedOn, count } = row;
    const isLocalOutwork = kind === "OUTWORK" && row.isLocal;
    const until = wantedUntil(kind, startedOn, numbers);
    const standing = placementStanding({
      ...{ isClaimed, isPublicPost, isLocalOutwork, hasEvidence, wantedUntil: until, today },
    });
    group.count.add(standing, count);
  }
  return groups;
}
