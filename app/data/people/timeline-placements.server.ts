import { beginningOf, type PersonEvent } from "~/domain/people/timeline";
import { DESTINATION_LABELS, type Destination } from "~/domain/placements/destination";
import { endReasonLabel } from "~/domain/placements/ending";
import { OUTCOME_LABELS, toFollowUpOutcome } from "~/domain/placements/follow-up";
import { EVIDENCE_LABELS, type EvidenceKind } from "~/domain/placements/placement";
import type { TimelineSource } from "./timeline-view.server";

/** The first day of a job and its last are two events. */
export const placements: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.placement.findMany({
    where: { personId, countyCode: { in: [...counties] }, removedAt: null },
    select: {
      ...{ id: true, employerName: true, destination: true, startedOn: true },
      ...{ endedOn: true, endReason: true },
    },
  });
  return rows.flatMap(({ id, employerName, destination, startedOn, endedOn, endReason }) => {
    const to = `/placements/${id}`;
    const began: PersonEvent = {
      ...onDay(`placement:${id}`, startedOn),
      ...{ title: `上岗：${employerName}`, detail: DESTINATION_LABELS[destination as Destination] },
      ...{ to, tone: "info" },
    };
    if (endedOn === null) return [began];
    const ended: PersonEvent = {
      ...onDay(`placement:${id}:ended`, endedOn),
      ...{ title: `离岗：${employerName}`, detail: endReasonLabel(endReason), to, tone: "warning" },
    };
    return [began, ended];
  });
};

export const evidence: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.placementEvidence.findMany({
    where: { placement: { personId, removedAt: null }, countyCode: { in: [...counties] } },
    select: {
      ...{ id: true, placementId: true, kind: true, uploadedAt: true, voidedAt: true },
      ...{ fromMonth: true, toMonth: true, placement: { select: { employerName: true } } },
    },
  });
  return rows.map(({ id, placementId, kind, uploadedAt, voidedAt, placement, ...months }) => ({
    ...{ key: `placementEvidence:${id}`, at: uploadedAt.toISOString(), isDay: false },
    title: `就业佐证：${EVIDENCE_LABELS[kind as EvidenceKind]}`,
    detail: `${placement.employerName}${monthsText(months)}${voidedAt === null ? "" : "，已作废"}`,
    to: `/placements/${placementId}/evidence`,
    tone: voidedAt === null ? "success" : "neutral",
  }));
};

export const followUps: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.followUp.findMany({
    where: { personId, countyCode: { in: [...counties] }, placement: { removedAt: null } },
    select: {
      ...{ id: true, placementId: true, contactedOn: true, outcome: true, helpAsked: true },
      voidedAt: true,
      placement: { select: { employerName: true } },
    },
  });
  return rows.map(({ id, placementId, contactedOn, outcome, helpAsked, voidedAt, placement }) => {
    const known = toFollowUpOutcome(outcome);
    const [asked, isVoid] = [helpAsked === "" ? "" : "，提出求助", voidedAt !== null];
    return {
      ...onDay(`followUp:${id}`, contactedOn),
      title: `跟踪回访：${known === null ? outcome : OUTCOME_LABELS[known]}`,
      detail: `${placement.employerName}${asked}${isVoid ? "，已作废" : ""}`,
      to: `/placements/${placementId}/follow-ups`,
      tone: isVoid ? ("neutral" as const) : known === "ON_JOB" ? "success" : "warning",
    };
  });
};

function onDay(key: string, on: Date): Pick<PersonEvent, "key" | "at" | "isDay"> {
  return { key, at: beginningOf(on.toISOString().slice(0, 10)), isDay: true };
}

function monthsText({ fromMonth, toMonth }: { fromMonth: Date | null; toMonth: Date | null }) {
  const [from, to] = [fromMonth, toMonth].map((month) => month?.toISOString().slice(0, 7) ?? "");
  if (from === "") return "";
  return from === to ? `，${from}` : `，${from} 至 ${to}`;
}
