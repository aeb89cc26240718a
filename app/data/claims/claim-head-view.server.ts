import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { ClaimKind, ClaimState } from "~/domain/claims/claim";
import { claimName } from "~/domain/claims/claim-name";
import { readsWholeClaim } from "~/domain/claims/reader";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { claimRounds, type ClaimRound } from "./claim-rounds.server";
import { latestCheck, type LatestCheck } from "./latest-check.server";

/** Somebody's step, with its instant (ISO); null while it is not taken. */
export type ClaimHand = { readonly name: string; readonly at: string } | null;

/** What every page of a claim shows at its head. */
export interface ClaimHead {
  readonly id: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly kind: ClaimKind;
  readonly year: number;
  /** 2020年技能培训补贴（1） */
  readonly label: string;
  readonly title: string;
  readonly potId: string;
  readonly potName: string;
  readonly state: ClaimState;
  readonly version: number;
  readonly lineCount: number;
  readonly totalFen: Fen;
  /** The unit that is paid; null where each person is. */
  readonly payeeUnit: string | null;
  readonly check: LatestCheck | null;
  readonly returnReason: string | null;
  /** What the officer said of the warnings when he handed it in. */
  readonly note: string;
  readonly removedReason: string | null;
  readonly isRemoved: boolean;
  readonly hands: {
    readonly created: ClaimHand;
    readonly submitted: ClaimHand;
    readonly reviewed: ClaimHand;
    readonly hrss: ClaimHand;
    readonly poverty: ClaimHand;
  };
  /** Every round; empty for a district officer, and where the trail does not know the claim. */
  readonly rounds: readonly ClaimRound[];
  /** False for a district officer: no account, no facts. */
  readonly readsWhole: boolean;
  readonly mayWrite: boolean;
  readonly mayCheck: boolean;
  readonly mayReview: boolean;
  readonly mayApproveHrss: boolean;
  readonly mayApprovePoverty: boolean;
  readonly mayPay: boolean;
  readonly mayExport: boolean;
  readonly mayPropose: boolean;
  /** Whether the reader drew it up or handed it in: then others decide. */
  readonly isOwn: boolean;
}

/** Null when there is none in scope, or the reader may not read claims there. */
export function viewClaimHead(
  actor: Actor,
  id: string | undefined,
  on: string,
): Promise<ClaimHead | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const row = await findHead(tx, id);
    if (row === null || !may(actor, "claim.read", row.countyCode, on)) return null;
    const readsWhole = readsWholeClaim(actor, row.countyCode, on);
    if (!readsWhole && !isAccountable(row)) return null;
    const { countyCode, year, title, potId, version, lineCount, payeeUnit } = row;
    const kind = row.kind as ClaimKind;
    const isRemoved = row.removedAt !== null;
    const can = (action: Action) => !isRemoved && may(actor, action, countyCode, on);
    return {
      ...{ id, countyCode, kind, year, title, potId, version, lineCount, payeeUnit, isRemoved },
      countyName: regionName(countyCode) ?? countyCode,
      label: claimName({ kind, year, number: row.number }),
      potName: row.pot.name,
      // Held by a CHECK of the database.
      state: row.state as ClaimState,
      totalFen: fen(Number(row.totalFen)),
      check: await latestCheck(tx, row),
      ...{ note: readsWhole ? row.note : "", returnReason: readsWhole ? row.returnReason : null },
      removedReason: row.removedReason,
      hands: handsOf(row),
      ...{ readsWhole, rounds: readsWhole ? await claimRounds(tx, id) : [] },
      ...{ mayWrite: can("claim.write"), mayCheck: can("claim.check") },
      ...{ mayReview: can("claim.review"), mayApproveHrss: can("claim.approveHrss") },
      ...{ mayApprovePoverty: can("claim.approvePoverty"), mayPay: can("claim.pay") },
      mayExport: may(actor, "claim.export", countyCode, on),
      mayPropose: can("clawback.propose"),
      isOwn: [row.createdBy, row.submittedBy].includes(actor.userId),
    };
  });
}

/** What a district sees of another county's claims: those its money is spent on. */
function isAccountable({ state, removedAt }: Pick<HeadRow, "state" | "removedAt">): boolean {
  return removedAt === null && (state === "approved" || state === "paid");
}

function findHead(tx: Tx, id: string) {
  return tx.claimBatch.findUnique({ where: { id }, include: { pot: { select: { name: true } } } });
}

type HeadRow = NonNullable<Awaited<ReturnType<typeof findHead>>>;

function handsOf(row: HeadRow): ClaimHead["hands"] {
  return {
    created: hand(row.createdByName, row.createdAt),
    submitted: hand(row.submittedByName, row.submittedAt),
    reviewed: hand(row.reviewedByName, row.reviewedAt),
    hrss: hand(row.hrssApprovedByName, row.hrssApprovedAt),
    poverty: hand(row.povertyApprovedByName, row.povertyApprovedAt),
  };
}

function hand(name: string | null, at: Date | null): ClaimHand {
  return at === null ? null : { name: name ?? "", at: at.toISOString() };
}
