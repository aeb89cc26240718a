import { findSealHands, findSeal } from "~/data/evidence/seal-store.server";
import { findRoster } from "~/data/rosters/roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { canSeal } from "~/domain/rosters/roster";
import { groupedCode, groupedDigest } from "~/domain/rosters/seal-code";
import { maySealOthersWork } from "~/domain/rosters/seal-refusal";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface SealPage {
  /** Null until the roster is sealed. */
  readonly seal: {
    readonly code: string;
    readonly digest: readonly string[];
    readonly algorithm: string;
    readonly headcount: number;
    readonly evidenceCount: number;
    readonly sealedByName: string;
    /** Instant, ISO 8601. */
    readonly sealedAt: string;
    readonly amendments: number;
  } | null;
  readonly offers: {
    /** Once nothing is missing. */
    readonly seal: boolean;
    /** May seal, but had a hand in this roster. */
    readonly ownWork: boolean;
    readonly print: boolean;
  };
}

/** The seal of a roster that the actor may read, or what he may do towards it. */
export function viewSeal(
  actor: Actor,
  head: { readonly id: string; readonly countyCode: string },
  on: string,
): Promise<SealPage> {
  const allowed = may(actor, "roster.seal", head.countyCode, on);
  return inTransaction(actor, async (tx) => {
    const roster = await findRoster(tx, head.id);
    const found = await findSeal(tx, head.id);
    const isOpen = roster !== null && canSeal(roster.state) && allowed;
    const isFree = isOpen && maySealOthersWork(actor.userId, await findSealHands(tx, roster));
    const amendments = await tx.rosterAmendment.count({
      where: { rosterId: head.id, state: "approved" },
    });
    return {
      seal: found && {
        code: groupedCode(found.code),
        digest: groupedDigest(found.digest),
        algorithm: found.algorithm,
        headcount: found.headcount,
        evidenceCount: found.evidenceCount,
        sealedByName: found.sealedByName,
        sealedAt: found.sealedAt.toISOString(),
        amendments,
      },
      offers: {
        seal: isFree,
        ownWork: isOpen && !isFree,
        print: may(actor, "roster.print", head.countyCode, on),
      },
    };
  });
}
