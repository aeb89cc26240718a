import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { FAIR_OUTCOMES, type FairOutcome } from "~/domain/employers/fair-outcome";
import { fairGaps, type FairGap, type FairMode } from "~/domain/employers/job-fair";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface FairEmployerRow {
  readonly employerId: string;
  readonly name: string;
  readonly posts: number;
  readonly headcount: number;
}

/** What every page of a fair shows of it. */
export interface FairPage {
  readonly id: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly districtCode: string | null;
  readonly districtName: string | null;
  readonly name: string;
  readonly mode: FairMode;
  readonly heldOn: string;
  readonly heldTo: string | null;
  readonly place: string;
  readonly organiser: string;
  readonly note: string;
  readonly version: number;
  /** Null while it stands. */
  readonly removedReason: string | null;
  /** Participants by outcome: disjoint, together all of them. */
  readonly outcomes: Readonly<Record<FairOutcome, number>>;
  readonly participants: number;
  readonly employers: readonly FairEmployerRow[];
  readonly files: number;
  /** Why it does not count toward the county's target; empty when it does. */
  readonly gaps: readonly FairGap[];
  readonly mayWrite: boolean;
}

/** One fair with its figures; null when the actor may not read it. */
export function viewFair(
  actor: Actor,
  id: string | undefined,
  on: string,
): Promise<FairPage | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const one = await tx.jobFair.findUnique({ where: { id } });
    if (one === null || !may(actor, "placement.read", one.countyCode, on)) return null;
    const { countyCode, districtCode, name, place, organiser, note, version } = one;
    const days = { heldOn: dayOf(one.heldOn), heldTo: one.heldTo && dayOf(one.heldTo) };
    const outcomes = await outcomesOf(tx, id);
    const participants = FAIR_OUTCOMES.reduce((sum, each) => sum + outcomes[each], 0);
    const where = { subjectKind: "jobFair", subjectId: id, voidedAt: null };
    const files = await tx.workFile.count({ where });
    const isRemoved = one.removedAt !== null;
    return {
      ...{ id, countyCode, districtCode, name, place, organiser, note, version, ...days },
      ...{ outcomes, participants, files },
      mode: one.mode as FairMode,
      countyName: regionName(countyCode) ?? countyCode,
      districtName: districtCode === null ? null : (regionName(districtCode) ?? districtCode),
      removedReason: isRemoved ? (one.removedReason ?? "") : null,
      employers: await employersOf(tx, id),
      gaps: fairGaps({ ...days, files, participants }, on),
      mayWrite: !isRemoved && may(actor, "jobFair.write", countyCode, on),
    };
  });
}

async function outcomesOf(tx: Tx, fairId: string): Promise<Record<FairOutcome, number>> {
  const groups = await tx.jobFairParticipant.groupBy({
    by: ["outcome"],
    where: { fairId },
    _count: { _all: true },
  });
  const counts = new Map(groups.map(({ outcome, _count }) => [outcome, _count._all]));
  const of = (outcome: FairOutcome) => counts.get(outcome) ?? 0;
  return {
    ATTENDED: of("ATTENDED"),
    OFFERED: of("OFFERED"),
    DECLINED: of("DECLINED"),
    PLACED: of("PLACED"),
  };
}

function employersOf(tx: Tx, fairId: string): Promise<FairEmployerRow[]> {
  return tx.$queryRaw<FairEmployerRow[]>`
    SELECT e.id AS "employerId", e.name, f.posts, f.headcount
    FROM job_fair_employer f JOIN employer e ON e.id = f.employer_id
    WHERE f.fair_id = ${fairId}::uuid ORDER BY e.name, e.id`;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
