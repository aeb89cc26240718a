import type { Actor } from "~/domain/access/actor";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import type { LineSide } from "~/domain/targets/reconciliation";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import type { ExplanationKind } from "~/domain/targets/reconciliation-words";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findReconciliation } from "./reconciliation-store.server";

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

export interface LinesFilter {
  readonly round: number;
  readonly side: LineSide;
  readonly cursor: KeyCursor;
  readonly size: number;
}

export interface LinesPage {
  readonly page: KeyPage<ReconciliationLineRow>;
  readonly counts: Readonly<Record<LineSide, number>>;
}

/** The people of one round, one of the three groups at a time, by name; null when the actor may not read them. */
export function listReconciliationLines(
  actor: Actor,
  id: string,
  { round, side, cursor, size }: LinesFilter,
  on: string,
): Promise<LinesPage | null> {
  return inTransaction(actor, async (tx) => {
    const one = await findReconciliation(tx, actor, id, on);
    if (one === null || !mayForPair(actor, "reconciliation.read", one, on)) return null;
    const ofRound = Prisma.sql`l.reconciliation_id = ${id}::uuid AND l.round = ${round}`;
    const counted = await tx.$queryRaw<{ side: LineSide; n: number }[]>`
      SELECT side, count(*)::int AS n FROM reconciliation_line l WHERE ${ofRound} GROUP BY side`;
    const from = cursor.before ?? cursor.after;
    const order = cursor.before === null ? Prisma.sql`ASC` : Prisma.sql`DESC`;
    const beyond =
      from === null
        ? Prisma.sql`TRUE`
        : Prisma.sql`(l.name COLLATE "zh-x-icu", l.id) ${cursor.before === null ? Prisma.sql`>` : Prisma.sql`<`}
            (SELECT k.name COLLATE "zh-x-icu", k.id FROM reconciliation_line k WHERE k.id = ${from}::uuid)`;
    const rows = await tx.$queryRaw<ReconciliationLineRow[]>`
      SELECT l.id, l.side, l.name, l.masked_id AS "maskedId", l.employer_name AS "employerName",
        l.started_on::text AS "startedOn", l.district_name AS "districtName",
        l.district_employer AS "districtEmployer", l.district_start_on::text AS "districtStartOn",
        l.placement_id AS "placementId", l.explanation_kind AS "explanationKind", l.explanation,
        l.explained_by_name AS "explainedByName"
      FROM reconciliation_line l WHERE ${ofRound} AND l.side = ${side} AND ${beyond}
      ORDER BY l.name COLLATE "zh-x-icu" ${order}, l.id ${order} LIMIT ${size + 1}`;
    const countOf = (wanted: LineSide) => counted.find((row) => row.side === wanted)?.n ?? 0;
    return {
      page: keyPage(rows, size, cursor, (row) => row.id),
      counts: { COUNTY: countOf("COUNTY"), DISTRICT: countOf("DISTRICT"), BOTH: countOf("BOTH") },
    };
  });
}
