import type { ProofMediaType } from "~/data/files/media-type.server";
import type { ReceivedFile } from "~/data/files/file-store.server";
import type { EvidenceForm } from "~/domain/placements/evidence";
import type { ContractKind } from "~/domain/placements/placement";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import { dateOf, dayOf } from "./placement-columns.server";

/** A line as whoever brings its proof needs it. */
export interface ProvedPlacement {
  readonly id: string;
  readonly countyCode: string;
  readonly name: string;
  readonly employerName: string;
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly isRemoved: boolean;
  readonly contractKind: ContractKind;
}

/** Lines in scope, in the order of their names; ids that are none are left out. */
export async function findPlacementsToProve(
  tx: Tx,
  ids: readonly string[],
): Promise<ProvedPlacement[]> {
  const rows = await tx.placement.findMany({
    where: { id: { in: [...new Set(ids)].filter(isUuid) } },
    select: {
      ...{ id: true, countyCode: true, name: true, employerName: true },
      ...{ startedOn: true, endedOn: true, removedAt: true, contractKind: true },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ removedAt, startedOn, endedOn, ...row }) => ({
    ...row,
    startedOn: day(startedOn.toISOString().slice(0, 10)),
    endedOn: dayOf(endedOn),
    contractKind: row.contractKind as ContractKind,
    isRemoved: removedAt !== null,
  }));
}

/** One row per line; the file lies in the store once. */
export async function saveEvidence(
  tx: Tx,
  placements: readonly ProvedPlacement[],
  form: EvidenceForm,
  file: Pick<ReceivedFile, "id" | "fileName"> & { readonly mediaType: ProofMediaType },
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<void> {
  await tx.placementEvidence.createMany({
    data: placements.map(({ id, countyCode }) => ({
      ...{ id: newId(), countyCode, placementId: id, kind: form.kind, note: form.note },
      ...{ fromMonth: dateOf(form.fromMonth), toMonth: dateOf(form.toMonth) },
      ...{ fileId: file.id, fileName: file.fileName, mediaType: file.mediaType },
      ...{ uploadedBy: by.userId, uploadedByName: by.name, uploadedAt: by.now },
    })),
  });
}

export interface EvidenceRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly placementId: string;
  /** Whose placement it speaks for. */
  readonly name: string;
  readonly kind: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly mediaType: ProofMediaType;
  readonly uploadedBy: string;
  readonly isVoided: boolean;
}

/** Null outside the transaction's scope. */
export async function findEvidence(tx: Tx, id: string): Promise<EvidenceRecord | null> {
  if (!isUuid(id)) return null;
  const row = await tx.placementEvidence.findUnique({
    where: { id },
    select: {
      ...{ id: true, countyCode: true, placementId: true, kind: true, fileId: true },
      ...{ fileName: true, mediaType: true, uploadedBy: true, voidedAt: true },
      placement: { select: { name: true } },
    },
  });
  if (row === null) return null;
  const { voidedAt, placement, mediaType, ...rest } = row;
  return {
    ...rest,
    name: placement.name,
    // Written by saveEvidence alone.
    mediaType: mediaType as ProofMediaType,
    isVoided: voidedAt !== null,
  };
}

/** False when it had been voided already. */
export async function voidStored(
  tx: Tx,
  id: string,
  facts: { readonly reason: string; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const { count } = await tx.placementEvidence.updateMany({
    where: { id, voidedAt: null },
    data: { voidedAt: facts.now, voidedByName: facts.by, voidReason: facts.reason },
  });
  return count === 1;
}
