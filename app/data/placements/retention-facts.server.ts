import type { EvidenceKind } from "~/domain/placements/placement";
import type { Job } from "~/domain/placements/retention";
import type { Paper } from "~/domain/placements/retention-proof";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";
import { dayOf } from "./placement-columns.server";

/** One placement as the clock and its page need it. */
export interface RetentionJob extends Job {
  readonly placementId: string;
  readonly employerName: string;
}

export interface RetentionFacts {
  /** By their first day. */
  readonly jobs: readonly RetentionJob[];
  readonly papers: readonly Paper[];
  readonly foundInWorkOn: readonly CalendarDate[];
}

/** What the clock of these people goes by: placements, standing evidence and calls; lines taken out count nothing. */
export async function findRetentionFacts(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, RetentionFacts>> {
  const rows = await tx.placement.findMany({
    where: { personId: { in: [...personIds] }, removedAt: null },
    select: {
      ...{ id: true, personId: true, employerName: true, startedOn: true, endedOn: true },
      ...{ contractFrom: true, contractTo: true },
      evidence: {
        where: { voidedAt: null },
        select: { kind: true, fromMonth: true, toMonth: true },
      },
      followUps: { where: { outcome: "ON_JOB", voidedAt: null }, select: { contactedOn: true } },
    },
    orderBy: [{ startedOn: "asc" }, { id: "asc" }],
  });
  const own = (personId: string) => rows.filter((row) => row.personId === personId);
  return new Map(personIds.map((personId) => [personId, factsOf(own(personId))]));
}

function factsOf(rows: readonly StoredJob[]): RetentionFacts {
  return {
    jobs: rows.map(jobOf),
    papers: rows.flatMap((row) => row.evidence.map((paper) => paperOf(row, paper))),
    foundInWorkOn: rows.flatMap(({ followUps }) =>
      followUps.map(({ contactedOn }) => known(contactedOn)),
    ),
  };
}

interface StoredPaper {
  readonly kind: string;
  readonly fromMonth: Date | null;
  readonly toMonth: Date | null;
}

interface StoredJob {
  readonly id: string;
  readonly employerName: string;
  readonly startedOn: Date;
  readonly endedOn: Date | null;
  readonly contractFrom: Date | null;
  readonly contractTo: Date | null;
  readonly evidence: readonly StoredPaper[];
  readonly followUps: readonly { readonly contactedOn: Date }[];
}

function jobOf(row: StoredJob): RetentionJob {
  const { id: placementId, employerName, startedOn, endedOn } = row;
  return { placementId, employerName, startedOn: known(startedOn), endedOn: dayOf(endedOn) };
}

function paperOf(row: StoredJob, paper: StoredPaper): Paper {
  return {
    startedOn: known(row.startedOn),
    endedOn: dayOf(row.endedOn),
    kind: paper.kind as EvidenceKind,
    fromMonth: dayOf(paper.fromMonth),
    toMonth: dayOf(paper.toMonth),
    contractFrom: dayOf(row.contractFrom),
    contractTo: dayOf(row.contractTo),
  };
}

function known(date: Date): CalendarDate {
  return day(date.toISOString().slice(0, 10));
}
