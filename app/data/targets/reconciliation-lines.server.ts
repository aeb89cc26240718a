import type { KeyCursor } from "~/domain/shared/key-page";
import type { LineSide } from "~/domain/targets/reconciliation";
import type { ExplanationKind } from "~/domain/targets/reconciliation-words";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

export interface ReconciliationLineRow {
  readonly id: string;
  readonly side: LineSide;
  readonly name: string;
  readonly maskedId: string;
  readonly employerName: string;
  readonly startedOn: string | null;
  readonly districtName: string;
  readonly districtEmployer: string;
  readonly districtStartOn: string | null;
  readonly placementId: string | null;
  readonly explanationKind: ExplanationKind | null;
  readonly explanation: string;
  readonly explainedByName: string | null;
}

interface Asked {
  readonly id: string;
  readonly round: number;
  readonly sides: readonly LineSide[];
}

const LINE_COLUMNS = Prisma.sql`l.id, l.side, l.name, l.masked_id AS "maskedId",
  l.employer_name AS "employerName", l.started_on::text AS "startedOn",
  l.district_name AS "districtName", l.district_employer AS "districtEmployer",
  l.district_start_on::text AS "districtStartOn", l.placement_id AS "placementId",
  l.explanation_kind AS "explanationKind", l.explanation, l.explained_by_name AS "explainedByName"`;

const TOP: KeyCursor = { after: null, before: null };

/** Lines of one round by name, from a place of the list on (backwards for `before`), `limit` at most. */
export function readReconciliationLines(
  tx: Tx,
  { id, round, sides }: Asked,
  limit: number,
  cursor: KeyCursor = TOP,
): Promise<ReconciliationLineRow[]> {
  const isBack = cursor.before !== null;
  const from = cursor.before ?? cursor.after;
  const order = isBack ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const sign = isBack ? Prisma.sql`<` : Prisma.sql`>`;
  const beyond =
    from === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(l.name COLLATE "zh-x-icu", l.id) ${sign} (SELECT k.name COLLATE "zh-x-icu", k.id
          FROM reconciliation_line k WHERE k.id = ${from}::uuid)`;
  return tx.$queryRaw<ReconciliationLineRow[]>`
    SELECT ${LINE_COLUMNS} FROM reconciliation_line l
    WHERE l.reconciliation_id = ${id}::uuid AND l.round = ${round}
      AND l.side = ANY (${[...sides]}) AND ${beyond}
    ORDER BY l.name COLLATE "zh-x-icu" ${order}, l.id ${order} LIMIT ${limit}`;
}

/** How many lines of the round each group has. */
export async function countReconciliationLines(
  tx: Tx,
  { id, round }: { readonly id: string; readonly round: number },
): Promise<Readonly<Record<LineSide, number>>> {
  const rows = await tx.$queryRaw<{ side: LineSide; n: number }[]>`
    SELECT side, count(*)::int AS n FROM reconciliation_line
    WHERE reconciliation_id = ${id}::uuid AND round = ${round} GROUP BY side`;
  const countOf = (wanted: LineSide) => rows.find(({ side }) => side === wanted)?.n ?? 0;
  return { COUNTY: countOf("COUNTY"), DISTRICT: countOf("DISTRICT"), BOTH: countOf("BOTH") };
}
