import type { classDays } from "./supervision";
import { isOutsideClass, type SupervisionParty } from "./supervision";
import type { SupervisionForm } from "./supervision-form";

/** Why a record is not taken. */
export type SupervisionObstacle =
  | { readonly kind: "sealed" }
  | { readonly kind: "runsClass" }
  | { readonly kind: "partyMissing" }
  | { readonly kind: "otherParty"; readonly party: SupervisionParty }
  | { readonly kind: "future" }
  | { readonly kind: "sessionUnknown" }
  | { readonly kind: "sessionOtherDay"; readonly heldOn: string }
  | { readonly kind: "outsideReasonMissing" };

export interface SupervisionSituation {
  readonly isSealed: boolean;
  /** Whether the person registered or filed the class himself. */
  readonly runsClass: boolean;
  /** What his roles let him sign for, and what he has signed for in this class. */
  readonly mayBe: readonly SupervisionParty[];
  readonly hasBeen: readonly string[];
  readonly days: ReturnType<typeof classDays>;
  /** The day of the session that the form names; null when there is no such session. */
  readonly sessionOn: string | null;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** The party a record is signed for: the only one there is, or of two the one that was said. */
export function partyOf(
  mayBe: readonly SupervisionParty[],
  said: SupervisionForm["party"],
): SupervisionParty | null {
  if (mayBe.length <= 1) return mayBe[0] ?? null;
  return mayBe.find((party) => party === said) ?? null;
}

/** The first reason why the record cannot be taken; null when it can. */
export function supervisionObstacle(
  form: SupervisionForm,
  situation: SupervisionSituation,
): SupervisionObstacle | null {
  const { mayBe, hasBeen, days, sessionOn, today } = situation;
  if (situation.isSealed) return { kind: "sealed" };
  if (mayBe.length === 0 || situation.runsClass) return { kind: "runsClass" };
  const party = partyOf(mayBe, form.party);
  if (party === null) return { kind: "partyMissing" };
  const other = opposite(party);
  if (hasBeen.includes(other)) return { kind: "otherParty", party: other };
  if (form.heldOn > today) return { kind: "future" };
  if (form.way === "onSite" || form.sessionId !== "") {
    if (sessionOn === null) return { kind: "sessionUnknown" };
    if (sessionOn !== form.heldOn) return { kind: "sessionOtherDay", heldOn: sessionOn };
  }
  const isBare = form.outsideReason === "";
  return isOutsideClass(form.heldOn, days) && isBare ? { kind: "outsideReasonMissing" } : null;
}

function opposite(party: SupervisionParty): SupervisionParty {
  return party === "hrssBureau" ? "secondedOfficial" : "hrssBureau";
}
