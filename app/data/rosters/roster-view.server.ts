import type { Actor } from "~/domain/access/actor";
import type { Action } from "~/domain/access/action";
import { may } from "~/domain/access/policy";
import { canEdit, canReview, canSubmit, mayReviewOwnWork } from "~/domain/rosters/roster";
import type { RosterState } from "~/domain/rosters/roster";
import { ROSTER_STEPS, rosterStep, type RosterStep } from "~/domain/rosters/roster-history";
import { findEnteredBy, findRoster } from "~/data/rosters/roster-store.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface HistoryEntry extends RosterStep {
  readonly key: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly actorName: string;
}

export interface RosterPage {
  readonly id: string;
  readonly classId: string;
  readonly label: string;
  readonly countyName: string;
  readonly trade: string;
  readonly place: string;
  readonly providerName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: RosterState;
  readonly version: number;
  readonly headcount: number;
  readonly verifiedCount: number;
  readonly problemCount: number;
  readonly returnReason: string | null;
  /** Approved changes after the seal. */
  readonly amendmentCount: number;
  readonly history: readonly HistoryEntry[];
  /** What this person may do with the roster as it stands. */
  readonly offers: {
    readonly edit: boolean;
    readonly submit: boolean;
    readonly review: boolean;
    /** A reviewer, but of his own work. */
    readonly ownWork: boolean;
    readonly export: boolean;
    readonly print: boolean;
  };
}

const LONGEST_HISTORY = 100;

/** One roster with its history; null when it does not lie in the actor's counties. */
export async function viewRoster(actor: Actor, id: string, on: string): Promise<RosterPage | null> {
  return inTransaction(actor, async (tx) => {
    const roster = await findRoster(tx, id);
    if (roster === null || !may(actor, "roster.read", roster.countyCode, on)) return null;
    const facts = await tx.roster.findUniqueOrThrow({
      where: { id },
      select: {
        verifiedCount: true,
        problemCount: true,
        returnReason: true,
        trainingClass: {
          select: { trade: true, place: true, providerName: true, startsOn: true, endsOn: true },
        },
      },
    });
    const { trainingClass, ...counts } = facts;
    if (trainingClass === null) return null;
    const { countyCode, submittedBy, ...shown } = roster;
    const allowed = (action: Action) => may(actor, action, countyCode, on);
    const reviews = canReview(roster.state) && allowed("roster.review");
    const isFree =
      reviews && mayReviewOwnWork(actor.userId, submittedBy, await findEnteredBy(tx, roster));
    return {
      ...shown,
      ...counts,
      ...trainingClass,
      countyName: regionName(countyCode) ?? countyCode,
      startsOn: trainingClass.startsOn.toISOString().slice(0, 10),
      endsOn: trainingClass.endsOn.toISOString().slice(0, 10),
      amendmentCount: await tx.rosterAmendment.count({
        where: { rosterId: id, state: "approved" },
      }),
      history: await historyOf(tx, id),
      offers: {
        edit: canEdit(roster.state) && allowed("roster.edit"),
        submit: canSubmit(roster.state, roster.headcount) && allowed("roster.submit"),
        review: isFree,
        ownWork: reviews && !isFree,
        export: allowed("roster.export"),
        print: allowed("roster.print"),
      },
    };
  });
}

async function historyOf(tx: Tx, rosterId: string): Promise<readonly HistoryEntry[]> {
  const events = await tx.trailEvent.findMany({
    where: { subjectKind: "roster", subjectId: rosterId, action: { in: [...ROSTER_STEPS] } },
    orderBy: { seq: "desc" },
    take: LONGEST_HISTORY,
    select: { seq: true, at: true, actorName: true, action: true, detail: true },
  });
  return events.flatMap(({ seq, at, actorName, action, detail }) => {
    const step = rosterStep(action, JSON.parse(detail));
    return step === null ? [] : [{ ...step, key: String(seq), at: at.toISOString(), actorName }];
  });
}
