import type { RosterKind, RosterState } from "../rosters/roster";
import type { InkElement } from "./line-proofs";

/**
 * What a person leaves on a roster of the kind: of a class signature and fingerprint (曲财农〔2020〕31号
 * 四(三)3(2)), of wages the signature alone. The clause asks for 签收; the finger may be put beside it.
 */
const INK_OF_KIND: Readonly<Record<RosterKind, readonly InkElement[]>> = {
  TRAINING: ["SIGNATURE", "FINGERPRINT"],
  WAGES: ["SIGNATURE"],
};

export function inkAskedFor(kind: RosterKind): readonly InkElement[] {
  return INK_OF_KIND[kind];
}

/** Why nobody signs on a roster now: its class is sealed, its month is locked, or its wages are not approved. */
export type ClosedRoster = "sealed" | "locked" | "notApproved";

/** Null while people may sign. */
export function closedTo(roster: {
  readonly kind: RosterKind;
  readonly state: RosterState;
}): ClosedRoster | null {
  switch (roster.kind) {
    case "TRAINING":
      return roster.state === "sealed" ? "sealed" : null;
    case "WAGES":
      if (roster.state === "sealed") return "locked";
      return roster.state === "accepted" ? null : "notApproved";
  }
}

/** What the officer reads. `sealed` has words of its own at each step of a class. */
export const CLOSED_TEXTS: Readonly<Record<Exclude<ClosedRoster, "sealed">, string>> = {
  locked: "本月工资已锁定，签收不能再改；确有差错的，在下月工资表中办理更正。",
  notApproved: "工资表没有审核通过（或已退回），现在不能签收。",
};
