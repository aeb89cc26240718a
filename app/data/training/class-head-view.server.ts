import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { RosterState } from "~/domain/rosters/roster";
import type { FilingState } from "~/domain/training/filing";
import { className } from "~/domain/training/training-class";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** What every page of a class shows above its own part. */
export interface ClassHead {
  readonly id: string;
  readonly label: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly filingState: FilingState;
  readonly completedOn: string | null;
  readonly roster: {
    readonly id: string;
    readonly state: RosterState;
    readonly headcount: number;
  } | null;
  /** Nothing of a sealed class changes any more. */
  readonly isSealed: boolean;
  readonly tabs: readonly ClassTab[];
}

export type ClassTab =
  "overview" | "sessions" | "media" | "supervision" | "verification" | "completion" | "evidence";

const TAB_NEEDS: Readonly<Record<ClassTab, Action>> = {
  overview: "class.read",
  sessions: "class.read",
  media: "media.read",
  supervision: "class.read",
  verification: "roster.read",
  completion: "class.read",
  evidence: "class.read",
};

/** The head of a class page, or null when the class is not one the actor may read. */
export async function viewClassHead(
  actor: Actor,
  id: string | undefined,
  on: string,
): Promise<ClassHead | null> {
  if (!isUuid(id)) return null;
  const found = await inTransaction(actor, (tx) =>
    tx.trainingClass.findUnique({
      where: { id },
      select: {
        ...{ name: true, term: true, countyCode: true, startsOn: true, endsOn: true },
        ...{ filingState: true, completedOn: true },
        roster: { select: { id: true, state: true, headcount: true } },
      },
    }),
  );
  if (found === null || !may(actor, "class.read", found.countyCode, on)) return null;
  const { countyCode } = found;
  const roster =
    found.roster === null ? null : { ...found.roster, state: found.roster.state as RosterState };
  const tabs = Object.keys(TAB_NEEDS) as ClassTab[];
  return {
    id,
    label: className(found),
    countyCode,
    countyName: regionName(countyCode) ?? countyCode,
    startsOn: found.startsOn.toISOString().slice(0, 10),
    endsOn: found.endsOn.toISOString().slice(0, 10),
    filingState: found.filingState as FilingState,
    completedOn: found.completedOn?.toISOString().slice(0, 10) ?? null,
    roster,
    isSealed: roster?.state === "sealed",
    tabs: tabs.filter((tab) => may(actor, TAB_NEEDS[tab], countyCode, on)),
  };
}
