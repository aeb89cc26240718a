import { OUTCOME_LABELS, toFollowUpOutcome } from "~/domain/placements/follow-up";
import { overlapFindings, type OverlapFinding } from "~/domain/placements/overlaps";
import type { Tx } from "~/platform/prisma/client.server";
import { otherEngagements } from "./other-engagements.server";
import { findOverlapCheck, type OverlapCheck } from "./overlap-store.server";
import { dayOf, type PlacementFacts } from "./placement-columns.server";

/** What only readers of the whole line are shown. */
export interface PlacementDetails {
  readonly facts: PlacementFacts;
  readonly creditCode: string | null;
  readonly township: string;
  readonly village: string;
  readonly source: readonly { readonly label: string; readonly to: string }[];
  readonly lastContactOn: string | null;
  readonly lastOutcome: string;
  readonly nextFollowUpOn: string | null;
  readonly followUps: readonly FollowUpLine[];
  readonly overlaps: readonly OverlapFinding[];
  /** Null: nothing overlaps, or it is still to be looked at. */
  readonly overlapCheck: OverlapCheck | null;
  readonly others: readonly OtherJob[];
}

export interface FollowUpLine {
  readonly id: string;
  readonly contactedOn: string;
  readonly outcome: string;
  readonly note: string;
}

export interface OtherJob {
  readonly id: string;
  readonly employerName: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

const LAST_FOLLOW_UPS = 3;
const MOST_OTHERS = 50;

export type StoredPlacement = Awaited<ReturnType<Tx["placement"]["findUniqueOrThrow"]>>;

/** What the line says beyond its head: facts, source, last follow-ups, and what else the person does. */
export async function detailsOf(
  tx: Tx,
  row: StoredPlacement,
  facts: PlacementFacts,
): Promise<PlacementDetails> {
  const own = { id: row.id, idIndex: row.idIndex, startedOn: facts.startedOn };
  const { countyCode, employerName } = row;
  const line = { ...own, countyCode, employerName, endedOn: dayOf(row.endedOn), form: facts.form };
  const employer = await tx.employer.findUnique({
    where: { id: row.employerId },
    select: { creditCode: true },
  });
  return {
    ...{ facts, creditCode: employer?.creditCode ?? null },
    ...{ township: row.township, village: row.village, source: await sourceOf(tx, row) },
    lastContactOn: dayOf(row.lastContactOn),
    lastOutcome: outcomeLabel(row.lastOutcome ?? ""),
    nextFollowUpOn: dayOf(row.nextFollowUpOn),
    followUps: await followUpsOf(tx, row.id),
    overlaps: overlapFindings(line, await otherEngagements(tx, line)),
    overlapCheck: await findOverlapCheck(tx, row.id),
    others: await othersOf(tx, row),
  };
}

async function sourceOf(tx: Tx, { batchId, vacancyId, classId, importId }: StoredPlacement) {
  const source: { label: string; to: string }[] = [];
  if (batchId !== null) {
    const batch = await tx.labourBatch.findUnique({ where: { id: batchId } });
    if (batch !== null) {
      source.push({ label: `输出批次：${batch.name}`, to: `/labour-batches/${batchId}` });
    }
  }
  if (vacancyId !== null) {
    const vacancy = await tx.vacancy.findUnique({ where: { id: vacancyId } });
    if (vacancy !== null) {
      source.push({ label: `岗位（订单）：${vacancy.title}`, to: `/vacancies/${vacancyId}` });
    }
  }
  if (classId !== null) {
    const one = await tx.trainingClass.findUnique({ where: { id: classId } });
    if (one !== null) {
      source.push({ label: `培训班：${one.name}（${one.term}）`, to: `/classes/${classId}` });
    }
  }
  if (importId !== null) {
    source.push({ label: "台账导入", to: `/placements?state=all&import=${importId}` });
  }
  return source;
}

async function followUpsOf(tx: Tx, placementId: string): Promise<FollowUpLine[]> {
  const rows = await tx.followUp.findMany({
    where: { placementId, voidedAt: null },
    select: { id: true, contactedOn: true, outcome: true, note: true },
    orderBy: [{ contactedOn: "desc" }, { id: "desc" }],
    take: LAST_FOLLOW_UPS,
  });
  return rows.map(({ id, note, ...row }) => ({
    ...{ id, note, outcome: outcomeLabel(row.outcome) },
    contactedOn: row.contactedOn.toISOString().slice(0, 10),
  }));
}

async function othersOf(tx: Tx, { id, personId }: StoredPlacement): Promise<OtherJob[]> {
  const rows = await tx.placement.findMany({
    where: { personId, removedAt: null, id: { not: id } },
    select: { id: true, employerName: true, startedOn: true, endedOn: true },
    orderBy: [{ startedOn: "desc" }, { id: "desc" }],
    take: MOST_OTHERS,
  });
  return rows.map((row) => ({
    ...{ id: row.id, employerName: row.employerName },
    startedOn: row.startedOn.toISOString().slice(0, 10),
    endedOn: dayOf(row.endedOn),
  }));
}

function outcomeLabel(stored: string): string {
  const outcome = toFollowUpOutcome(stored);
  return outcome === null ? stored : OUTCOME_LABELS[outcome];
}
