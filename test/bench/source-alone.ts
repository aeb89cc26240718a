import type { PlacementFacts, PostFacts, TrainingFacts } from "~/domain/claims/facts";
import type { Destination } from "~/domain/placements/destination";
import { knownOn, type JobRecord } from "~/domain/placements/job-record";
import type { FollowUpOutcome } from "~/domain/placements/follow-up";
import type { EvidenceKind } from "~/domain/placements/placement";
import { provedSpells } from "~/domain/placements/retention-proof";
import { chainsOf } from "~/domain/posts/term";
import type { Numbers } from "~/domain/rules/rule";
import type { NumbersOn } from "~/domain/rules/value-series";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";

/** What the class of one line of a roster proves. */
export async function trainingAlone(
  tx: Tx,
  lineId: string,
  numbersOf: (days: readonly CalendarDate[]) => Promise<NumbersOn>,
): Promise<TrainingFacts> {
  const line = await tx.rosterLine.findUniqueOrThrow({
    where: { id: lineId },
    include: { roster: { include: { trainingClass: true } } },
  });
  const one = line.roster.trainingClass;
  if (one === null) throw new Error("no class");
  const { id: classId, startsOn, endsOn } = one;
  const { plan, provider, suspended } = await filingAlone(tx, one);
  const supervised = await tx.supervisionRecord.findMany({ where: { classId, voidedAt: null } });
  const sessions = await tx.classSession.findMany({ where: { classId, cancelledAt: null } });
  const attended = await tx.attendance.findMany({
    where: { lineId, state: { in: ["PRESENT", "LATE", "LEFT_EARLY"] } },
  });
  const inks = await tx.acknowledgement.findMany({
    where: { lineId, voidedAt: null, lineVersion: line.contentVersion },
  });
  const opened = await tx.verification.count({ where: { lineId, event: "opening" } });
  const result = await tx.completionResult.findUnique({ where: { lineId } });
  const dayOf = new Map(sessions.map(({ id, heldOn }) => [id, toDay(heldOn)]));
  const numbers = await numbersOf([...dayOf.values()]);
  const picturesOf = await picturesAlone(tx, classId);
  const leastOn = (on: CalendarDate) => numbers(on)("media.perSession")?.value ?? 1;
  const there = attended.flatMap(({ sessionId }) => dayOf.get(sessionId) ?? []);
  return {
    ...{
      startsOn: toDay(startsOn),
      endsOn: toDay(endsOn),
      isSealed: line.roster.state === "sealed",
    },
    planApprovedOn: plan?.state === "approved" ? inChina(plan.reviewedAt) : null,
    filingApprovedOn: one.filingState === "approved" ? inChina(one.filingReviewedAt) : null,
    proofs: {
      verified: line.verifiedOn !== null || opened > 0,
      idNumber: line.idSealed.length > 0,
      contact: line.phoneIndex !== null,
      signature: inks.some(({ element }) => element === "SIGNATURE"),
      fingerprint: inks.some(({ element }) => element === "FINGERPRINT"),
    },
    supervisedByBureau: supervised.some(({ party }) => party === "hrssBureau"),
    supervisedBySecondedOfficial: supervised.some(({ party }) => party === "secondedOfficial"),
    ...{
      sessions: sessions.length,
      sessionsWithMedia: [...dayOf].filter(([id, on]) => picturesOf(id) >= leastOn(on)).length,
    },
    ...{ classDays: new Set(dayOf.values()).size, attendedDays: new Set(there).size },
    ...{ isCompleted: result?.result === "PASSED", providerIsSuspended: suspended },
    providerTeachesTrade: provider === null ? null : provider.trades.includes(one.trade),
    costUnit: one.costUnit === "personMonth" ? "PERSON_MONTH" : "PERSON_DAY",
    unitCostFen: one.unitCostFen === null ? null : fen(Number(one.unitCostFen)),
    ...{ venueRegion: one.venueRegion, implementerRegion: one.implementerRegion },
    ...{ implementerReason: one.implementerReason, headcount: line.roster.headcount },
  };
}

/** How many pictures of the class each session has. */
async function picturesAlone(tx: Tx, classId: string) {
  const media = await tx.mediaItem.findMany({
    where: { classId, state: "ready", setAsideAt: null },
    select: { sessionId: true },
  });
  return (id: string) => media.filter(({ sessionId }) => sessionId === id).length;
}

/** The plan a class was filed under, and whether its provider may give it. */
async function filingAlone(
  tx: Tx,
  one: {
    readonly planId: string | null;
    readonly providerId: string | null;
    readonly startsOn: Date;
    readonly endsOn: Date;
  },
) {
  const { planId, providerId, startsOn, endsOn } = one;
  const plan = planId === null ? null : await tx.trainingPlan.findUnique({ where: { id: planId } });
  const provider =
    providerId === null
      ? null
      : await tx.trainingProvider.findUnique({ where: { id: providerId } });
  const suspended =
    provider !== null &&
    (await tx.providerSuspension.findFirst({
      where: {
        ...{ provider: { creditCode: provider.creditCode }, fromOn: { lte: endsOn } },
        OR: [{ toOn: null }, { toOn: { gte: startsOn } }],
      },
    })) !== null;
  return { plan, provider, suspended };
}

/** What one placement proves; its months over all jobs of the person in the county. */
export async function placementAlone(
  tx: Tx,
  line: { readonly sourceId: string; readonly personId: string; readonly periodTo: CalendarDate },
  numbers: NumbersOn,
  claimedOn: CalendarDate,
): Promise<PlacementFacts | null> {
  const { sourceId, personId, periodTo } = line;
  const one = await tx.placement.findFirst({ where: { id: sourceId, removedAt: null } });
  if (one === null) return null;
  const batch =
    one.batchId === null ? null : await tx.labourBatch.findUnique({ where: { id: one.batchId } });
  const agency =
    batch === null ? null : await tx.employer.findUnique({ where: { id: batch.intermediaryId } });
  const rows = await tx.placement.findMany({
    where: { personId, countyCode: one.countyCode, removedAt: null },
    include: {
      evidence: { where: { voidedAt: null } },
      followUps: { where: { voidedAt: null }, orderBy: [{ recordedAt: "asc" }, { id: "asc" }] },
    },
    orderBy: [{ startedOn: "asc" }, { id: "asc" }],
  });
  const jobs = rows.map((row): JobRecord & { readonly id: string } => ({
    ...{ id: row.id, startedOn: toDay(row.startedOn), endedOn: orNull(row.endedOn) },
    ...{ contractFrom: orNull(row.contractFrom), contractTo: orNull(row.contractTo) },
    papers: row.evidence.map(({ kind, fromMonth, toMonth }) => ({
      ...{ kind: kind as EvidenceKind, fromMonth: orNull(fromMonth), toMonth: orNull(toMonth) },
    })),
    contacts: row.followUps.map(({ contactedOn, outcome }) => ({
      ...{ contactedOn: toDay(contactedOn), outcome: outcome as FollowUpOutcome },
    })),
  }));
  const gapDays = numbers(periodTo)("retention.gapDays")?.value ?? 0;
  const startedOn = toDay(one.startedOn);
  const spells = provedSpells(jobs, gapDays, periodTo, Infinity);
  const own = jobs.find(({ id }) => id === sourceId);
  const papers = rows.find(({ id }) => id === sourceId)?.evidence ?? [];
  const from = agency?.licenceFrom ?? null;
  const to = agency?.licenceTo ?? null;
  return {
    ...{ startedOn, endedOn: orNull(one.endedOn), destination: one.destination as Destination },
    ...{ form: one.form as PlacementFacts["form"], evidenceCount: one.evidenceCount },
    hasContract: papers.some(({ kind }) => kind === "CONTRACT"),
    provedMonths: spells.findLast(({ firstOn }) => firstOn <= startedOn)?.provedMonths ?? 0,
    isLost: own !== undefined && knownOn(own, claimedOn).isLost,
    lastContactOn: orNull(one.lastContactOn),
    intermediary:
      batch === null || agency?.kind !== "INTERMEDIARY"
        ? null
        : {
            batchOn: toDay(batch.organisedOn),
            licence: from === null || to === null ? null : { from: toDay(from), to: toDay(to) },
          },
  };
}

/** What one month of a post proves. */
export async function postAlone(
  tx: Tx,
  line: {
    readonly sourceId: string;
    readonly idIndex: Uint8Array<ArrayBuffer>;
    readonly countyCode: string;
    readonly periodFrom: Date;
    readonly periodTo: Date;
  },
  numbers: Numbers,
): Promise<PostFacts | null> {
  const wage = await tx.wageLine.findFirst({
    where: { id: line.sourceId, removedAt: null },
    include: { sheet: true, appointment: true },
  });
  if (wage === null) return null;
  const { appointment: post, sheet } = wage;
  const entry = await tx.rosterLine.findFirst({ where: { id: wage.id, removedAt: null } });
  const signed =
    entry !== null &&
    (await tx.acknowledgement.count({
      where: {
        ...{ lineId: wage.id, element: "SIGNATURE", voidedAt: null },
        lineVersion: entry.contentVersion,
      },
    })) > 0;
  const flags = await tx.regionFlag.count({
    where: {
      ...{ countyCode: line.countyCode, kind: { in: ["LISTED_SUPERVISION", "COVID_AFFECTED"] } },
      ...{ fromOn: { lte: line.periodTo } },
      OR: [{ toOn: null }, { toOn: { gte: line.periodFrom } }],
    },
  });
  const posts = await tx.postAppointment.findMany({
    where: { idIndex: line.idIndex, removedAt: null, id: { not: post.id } },
  });
  const own = { startsOn: toDay(post.startsOn), endsOn: toDay(post.endsOn) };
  const others = posts.map(({ startsOn, leftOn, endsOn }) => ({
    ...{ startsOn: toDay(startsOn), endsOn: toDay(leftOn ?? endsOn) },
  }));
  const gapDays = numbers("post.gapDays")?.value ?? 0;
  const chain = chainsOf([...others, own], gapDays).find(({ terms }) => terms.includes(own)) ?? own;
  const isPaid = wage.paymentState === "PAID";
  return {
    ...{ month: toDay(wage.month), ...own, leftOn: orNull(post.leftOn) },
    ...{ chainFrom: chain.startsOn, chainTo: chain.endsOn, shortReason: post.shortReason },
    ...{ isLocked: sheet.state === "locked", isSigned: signed, isPaid },
    ...{ paidFen: fen(isPaid ? wage.payFen : 0), rateFen: fen(wage.rateFen) },
    ...{ workedDays: wage.workedDays, absentDays: wage.absentDays, countyIsFlagged: flags > 0 },
  };
}

const toDay = (at: Date) => day(at.toISOString().slice(0, 10));
const orNull = (at: Date | null) => (at === null ? null : toDay(at));
const inChina = (at: Date | null) =>
  at === null ? null : toDay(new Date(at.getTime() + 8 * 3_600_000));
