import { closeUpStanding } from "~/data/evidence/close-up-standing.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** What the page of a close-up shows before anything is taken. */
export interface CloseUpPage {
  readonly rosterId: string;
  readonly lineNo: number;
  readonly name: string;
  readonly personId: string;
  readonly isSealed: boolean;
  readonly isSwitchedOn: boolean;
  readonly consentGivenAt: string | null;
  readonly mayRecord: boolean;
}

/** Null when the line does not stand on this roster, or is out of scope. */
export function viewCloseUp(
  actor: Actor,
  rosterId: string,
  lineId: string,
  on: string,
): Promise<CloseUpPage | null> {
  return inTransaction(actor, async (tx) => {
    const found = await closeUpStanding(tx, rosterId, lineId, on);
    if (found === null) return null;
    const { lineNo, name, personId, isSealed, isSwitchedOn, consent, countyCode } = found;
    return {
      ...{ rosterId, lineNo, name, personId, isSealed, isSwitchedOn },
      consentGivenAt: consent?.givenAt.toISOString() ?? null,
      mayRecord: may(actor, "proof.record", countyCode, on),
    };
  });
}
