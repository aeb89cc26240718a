import { findStandingConsent, type StandingConsent } from "~/data/evidence/consent-store.server";
import { findParameter } from "~/data/rules/parameter-store.server";
import { inkAskedFor } from "~/domain/evidence/signed-roster";
import type { RosterKind } from "~/domain/rosters/roster";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** What decides whether a close-up of this person's print may be taken. */
export interface CloseUpStanding {
  readonly countyCode: string;
  readonly lineNo: number;
  readonly name: string;
  readonly personId: string;
  readonly lineVersion: number;
  readonly isSealed: boolean;
  /** The parameter fingerprint.closeUp is 1 for the county on the day. */
  readonly isSwitchedOn: boolean;
  /** The separate consent; null when it was not given, or was withdrawn. */
  readonly consent: StandingConsent | null;
}

/** Null when the line does not stand on this roster, or no print is asked for there. `on` is the day, `YYYY-MM-DD`. */
export async function closeUpStanding(
  tx: Tx,
  rosterId: string,
  lineId: string,
  on: string,
): Promise<CloseUpStanding | null> {
  if (!isUuid(rosterId) || !isUuid(lineId)) return null;
  const line = await tx.rosterLine.findFirst({
    where: { id: lineId, rosterId, removedAt: null },
    select: {
      ...{ countyCode: true, lineNo: true, name: true, personId: true, contentVersion: true },
      roster: { select: { state: true, kind: true } },
    },
  });
  if (line === null) return null;
  const { roster, contentVersion, ...facts } = line;
  if (!inkAskedFor(roster.kind as RosterKind).includes("FINGERPRINT")) return null;
  const parameter = await findParameter(tx, "fingerprint.closeUp", line.countyCode, on);
  return {
    ...facts,
    lineVersion: contentVersion,
    isSealed: roster.state === "sealed",
    isSwitchedOn: parameter?.value === 1,
    consent: await findStandingConsent(tx, { personId: line.personId }, "fingerprintImage"),
  };
}

/** A close-up that was voided, or whose consent is gone: that it existed is known, how it looked is not. */
export async function isShutCloseUp(
  tx: Tx,
  proof: { readonly method: string; readonly lineId: string; readonly voidedAt: Date | null },
): Promise<boolean> {
  if (proof.method !== "closeUp") return false;
  if (proof.voidedAt !== null) return true;
  const { lineId } = proof;
  return (await findStandingConsent(tx, { lineId }, "fingerprintImage")) === null;
}
