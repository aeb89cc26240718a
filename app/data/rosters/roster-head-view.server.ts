import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { RosterState } from "~/domain/rosters/roster";
import { className } from "~/domain/training/training-class";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export type RosterTab = "lines" | "signing" | "scans" | "seal" | "amendments";

/** What every page of a roster shows above its own part. */
export interface RosterPageHead {
  readonly id: string;
  readonly classId: string;
  readonly label: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: RosterState;
  readonly headcount: number;
  readonly version: number;
  /** Grows with what is printed and signed. */
  readonly contentVersion: number;
  /** The pages of this roster that the actor may open. */
  readonly tabs: readonly RosterTab[];
}

/** The head of a roster page, or null when the roster is not one the actor may read. */
export async function viewRosterHead(
  actor: Actor,
  id: string | undefined,
  on: string,
): Promise<RosterPageHead | null> {
  if (!isUuid(id)) return null;
  const found = await inTransaction(actor, (tx) =>
    tx.roster.findUnique({
      where: { id },
      select: {
        ...{ classId: true, countyCode: true, state: true, headcount: true },
        ...{ version: true, contentVersion: true },
        trainingClass: { select: { name: true, term: true, startsOn: true, endsOn: true } },
      },
    }),
  );
  if (found === null || !may(actor, "roster.read", found.countyCode, on)) return null;
  const { trainingClass, classId, countyCode, ...roster } = found;
  if (trainingClass === null || classId === null) return null;
  const state = roster.state as RosterState;
  const seesProofs = may(actor, "proof.read", countyCode, on);
  return {
    ...roster,
    id,
    classId,
    state,
    countyCode,
    label: className(trainingClass),
    countyName: regionName(countyCode) ?? countyCode,
    startsOn: trainingClass.startsOn.toISOString().slice(0, 10),
    endsOn: trainingClass.endsOn.toISOString().slice(0, 10),
    tabs: [
      "lines",
      ...(seesProofs ? (["signing", "scans"] as const) : []),
      "seal",
      ...(state === "sealed" ? (["amendments"] as const) : []),
    ],
  };
}
