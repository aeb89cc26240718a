import type { EngagementFact } from "~/domain/claims/facts";
import { day } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";

interface Line {
  readonly idIndex: Uint8Array<ArrayBuffer>;
  readonly countyCode: string;
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly periodFrom: Date;
  readonly periodTo: Date;
}

/** What else the person of one line does in its period, asked of each ledger by itself. */
export async function engagementsAlone(tx: Tx, line: Line): Promise<EngagementFact[]> {
  const { idIndex, sourceKind, sourceId, periodFrom, periodTo } = line;
  const own = await ownOf(tx, sourceKind, sourceId);
  const standing = { idIndex, removedAt: null };
  const jobs = await tx.placement.findMany({
    where: {
      ...{ ...standing, id: { not: sourceId }, startedOn: { lte: periodTo } },
      OR: [{ endedOn: null }, { endedOn: { gte: periodFrom } }],
    },
  });
  const classes = await tx.rosterLine.findMany({
    where: {
      ...standing,
      roster: { trainingClass: { startsOn: { lte: periodTo }, endsOn: { gte: periodFrom } } },
    },
    include: { roster: { include: { trainingClass: true } } },
  });
  const posts = await tx.postAppointment.findMany({
    where: {
      ...standing,
      startsOn: { lte: periodTo },
      id: { not: own.appointment?.id ?? sourceId },
    },
  });
  const isHere = (countyCode: string) => countyCode === line.countyCode;
  const ownJobIsSettled = sourceKind === "PLACEMENT" && (await isSettled(tx, sourceId));
  const found: EngagementFact[] = [];
  for (const job of jobs) {
    if (own.appointment !== null && isThePost(job, own.appointment)) continue;
    found.push({
      ...{ kind: "placement", from: toDay(job.startedOn), sameCounty: isHere(job.countyCode) },
      to: job.endedOn === null ? null : toDay(job.endedOn),
      isSettled: ownJobIsSettled || (isHere(job.countyCode) && (await isSettled(tx, job.id))),
    });
  }
  for (const { roster } of classes) {
    const one = roster.trainingClass;
    if (one === null || (own.classId === one.id && isHere(one.countyCode))) continue;
    const days = { from: toDay(one.startsOn), to: toDay(one.endsOn) };
    const where = { sameCounty: isHere(one.countyCode), isSettled: ownJobIsSettled };
    found.push({ kind: "class", ...days, ...where });
  }
  for (const post of posts) {
    const to = toDay(post.leftOn ?? post.endsOn);
    if (to < toDay(periodFrom)) continue;
    const where = { sameCounty: isHere(post.countyCode), isSettled: ownJobIsSettled };
    found.push({ kind: "post", from: toDay(post.startsOn), to, ...where });
  }
  return found;
}

interface Post {
  readonly id: string;
  readonly countyCode: string;
  readonly employer: string;
  readonly startsOn: Date;
  readonly endsOn: Date;
}

/** The placement that is the post itself is no job beside it. */
function isThePost(
  job: {
    readonly form: string;
    readonly countyCode: string;
    readonly employerName: string;
    readonly startedOn: Date;
    readonly endedOn: Date | null;
  },
  post: Post,
): boolean {
  const plain = (name: string) => name.replace(/\s/g, "");
  return (
    job.form === "PUBLIC_SERVICE" &&
    job.countyCode === post.countyCode &&
    plain(job.employerName) === plain(post.employer) &&
    job.startedOn >= post.startsOn &&
    job.startedOn <= post.endsOn &&
    (job.endedOn ?? post.startsOn) <= post.endsOn
  );
}

async function ownOf(tx: Tx, sourceKind: string, sourceId: string) {
  const wage =
    sourceKind === "WAGE_LINE"
      ? await tx.wageLine.findUnique({ where: { id: sourceId }, include: { appointment: true } })
      : null;
  const entry =
    sourceKind === "ROSTER_LINE"
      ? await tx.rosterLine.findUnique({ where: { id: sourceId }, include: { roster: true } })
      : null;
  return { appointment: wage?.appointment ?? null, classId: entry?.roster.classId ?? null };
}

async function isSettled(tx: Tx, placementId: string): Promise<boolean> {
  const found = await tx.placementOverlap.findUnique({
    where: { placementId },
    select: { checkedAt: true },
  });
  return (found?.checkedAt ?? null) !== null;
}

const toDay = (at: Date) => day(at.toISOString().slice(0, 10));
