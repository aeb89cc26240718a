import type { JobRecord } from "~/domain/placements/job-record";
import { toFollowUpOutcome } from "~/domain/placements/follow-up";
import type { EvidenceKind } from "~/domain/placements/placement";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";
import { dayOf } from "./placement-columns.server";

/** One placement as the clock and its page need it. */
export interface RetentionJob extends JobRecord {
  readonly placementId: string;
  readonly employerName: string;
}

/**
 * What the clock of these people goes by: each one's placements by their first day, with standing evidence and
 * contacts; lines taken out count nothing.
 */
export async function findRetentionFacts(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RetentionJob[]>> {
  const rows = await tx.placement.findMany({
    where: { personId: { in: [...personIds] }, removedAt: null },
    select: {
      ...{ id: true, personId: true, employerName: true, startedOn: true, endedOn: true },
      ...{ contractFrom: true, contractTo: true },
      evidence: {
        where: { voidedAt: null },
        select: { kind: true, fromMonth: true, toMonth: true },
      },
      followUps: {
        where: { voidedAt: null },
        select: { contactedOn: true, outcome: true },
        orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
      },
    },
    orderBy: [{ startedOn: "asc" }, { id: "asc" }],
  });
  const own = new Map<string, RetentionJob[]>(personIds.map((personId) => [personId, []]));
  for (const row of rows) own.get(row.personId)?.push(jobOf(row));
  return own;
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
  readonly followUps: readonly { readonly contactedOn: Date; readonly outcome: string }[];
}

function jobOf(row: StoredJob): RetentionJob {
  const { id: placementId, employerName, startedOn, endedOn } = row;
  return {
    ...{ placementId, employerName, startedOn: known(startedOn), endedOn: dayOf(endedOn) },
    ...{ contractFrom: dayOf(row.contractFrom), contractTo: dayOf(row.contractTo) },
    papers: row.evidence.map(({ kind, fromMonth, toMonth }) => ({
      ...{ kind: kind as EvidenceKind, fromMonth: dayOf(fromMonth), toMonth: dayOf(toMonth) },
    })),
    contacts: row.followUps.flatMap(({ contactedOn, outcome: stored }) => {
      const outcome = toFollowUpOutcome(stored);
      return outcome === null ? [] : [{ contactedOn: known(contactedOn), outcome }];
    }),
  };
}

function known(date: Date): CalendarDate {
  return day(date.toISOString().slice(0, 10));
}
