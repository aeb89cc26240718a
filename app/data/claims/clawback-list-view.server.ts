import type { Actor } from "~/domain/access/actor";
import type { ClaimKind } from "~/domain/claims/claim";
import { claimName } from "~/domain/claims/claim-name";
import { DECIDED_CLAWBACKS, type ClawbackState } from "~/domain/claims/clawback";
import { wholeClaimCounties } from "~/domain/claims/reader";
import { fen, type Fen } from "~/domain/shared/fen";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import type { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface ClawbackFilter {
  /** Empty for all. */
  readonly county: string;
  /** Null: those that are proposed or confirmed. */
  readonly state: ClawbackState | "all" | null;
  readonly batchId: string | null;
}

export interface ClawbackRow {
  readonly id: string;
  readonly person: string;
  readonly claim: string;
  readonly batchId: string;
  readonly countyName: string;
  readonly amountFen: Fen;
  readonly state: ClawbackState;
  readonly proposedByName: string;
  /** Instant, ISO 8601. */
  readonly proposedAt: string;
  readonly reason: string;
}

export interface ClawbackList extends KeyPage<ClawbackRow> {
  /** Of all that match. */
  readonly total: number;
  readonly totalFen: Fen;
}

/**
 * Claw-backs of the actor's counties, the latest first, and what those that match come to. A district officer sees what
 * was decided to come back: before that it is a suspicion against somebody.
 */
export function listClawbacks(
  actor: Actor,
  filter: ClawbackFilter,
  { cursor, size }: { readonly cursor: KeyCursor; readonly size: number },
  on: string,
): Promise<ClawbackList> {
  const whole = { countyCode: { in: [...wholeClaimCounties(actor, on)] } };
  const decided = { state: { in: [...DECIDED_CLAWBACKS] } };
  const where = { AND: [conditionsOf(filter), { OR: [whole, decided] }] };
  const isBack = cursor.before !== null;
  const key = cursor.before ?? cursor.after;
  const place = key === null ? {} : { id: isBack ? { gt: key } : { lt: key } };
  return inTransaction(actor, async (tx) => {
    const sums = await tx.clawback.aggregate({ where, _count: true, _sum: { amountFen: true } });
    const rows = await tx.clawback.findMany({
      where: { AND: [where, place] },
      include: { line: { select: { name: true, batch: BATCH } } },
      orderBy: { id: isBack ? "asc" : "desc" },
      take: size + 1,
    });
    return {
      ...keyPage(rows.map(rowOf), size, cursor, ({ id }) => id),
      ...{ total: sums._count, totalFen: fen(sums._sum.amountFen ?? 0) },
    };
  });
}

const BATCH = { select: { id: true, kind: true, year: true, number: true } } as const;

type Stored = Prisma.ClawbackGetPayload<{
  include: { line: { select: { name: true; batch: typeof BATCH } } };
}>;

function rowOf({ line, ...row }: Stored): ClawbackRow {
  const { id, countyCode, proposedByName, reason } = row;
  return {
    ...{ id, person: line.name, batchId: line.batch.id, proposedByName, reason },
    claim: claimName({ ...line.batch, kind: line.batch.kind as ClaimKind }),
    countyName: regionName(countyCode) ?? countyCode,
    ...{ amountFen: fen(row.amountFen), state: row.state as ClawbackState },
    proposedAt: row.proposedAt.toISOString(),
  };
}

function conditionsOf({ county, state, batchId }: ClawbackFilter): Prisma.ClawbackWhereInput {
  const open = { in: ["proposed", "confirmed"] };
  return {
    ...(state === "all" ? {} : { state: state ?? open }),
    ...(county === "" ? {} : { countyCode: county }),
    ...(batchId === null ? {} : { line: { batchId } }),
  };
}
