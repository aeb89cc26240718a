import { openNumbers } from "~/data/rosters/masked-line.server";
import type { AmendmentState, AmendmentSubject } from "~/domain/rosters/amendment";
import { certificateKindLabel, COMPLETION_LABELS } from "~/domain/training/completion";
import { openText, sealText } from "~/platform/crypto/field-cipher.server";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface AmendmentRecord {
  readonly id: string;
  readonly rosterId: string;
  readonly countyCode: string;
  readonly number: number;
  readonly subject: AmendmentSubject;
  readonly state: AmendmentState;
  readonly proposedBy: string;
  readonly version: number;
}

export interface NewAmendment {
  readonly rosterId: string;
  readonly lineId: string | null;
  readonly countyCode: string;
  readonly subject: AmendmentSubject;
  /** Empty when there was nothing before. */
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
}

/** Saves the proposal under the next number of its roster, whose lock the caller holds. */
export async function saveAmendment(tx: Tx, one: NewAmendment): Promise<number> {
  const id = newId();
  const { before, after, ...facts } = one;
  const last = await tx.rosterAmendment.aggregate({
    where: { rosterId: one.rosterId },
    _max: { number: true },
  });
  const number = (last._max.number ?? 0) + 1;
  const seal = (text: string, side: "before" | "after") =>
    new Uint8Array(sealText(platform().keyRing, text, `amendment:${id}:${side}`));
  await tx.rosterAmendment.create({
    data: {
      ...facts,
      ...{ id, number, state: "proposed" },
      beforeSealed: before === "" ? null : seal(before, "before"),
      afterSealed: seal(after, "after"),
    },
  });
  return number;
}

/** The two texts in full; mask them before they are shown. */
export function openAmendment(row: {
  readonly id: string;
  readonly beforeSealed: Uint8Array | null;
  readonly afterSealed: Uint8Array | null;
}): { readonly before: string; readonly after: string } {
  const open = (sealed: Uint8Array | null, side: "before" | "after") =>
    sealed === null ? "" : openText(platform().keyRing, sealed, `amendment:${row.id}:${side}`);
  return { before: open(row.beforeSealed, "before"), after: open(row.afterSealed, "after") };
}

export async function findAmendment(
  tx: Tx,
  rosterId: string,
  number: number,
): Promise<AmendmentRecord | null> {
  if (!isUuid(rosterId) || !Number.isInteger(number) || number < 1 || number > 1e6) return null;
  const row = await tx.rosterAmendment.findUnique({
    where: { rosterId_number: { rosterId, number } },
    select: {
      ...{ id: true, rosterId: true, countyCode: true, number: true, subject: true },
      ...{ state: true, proposedBy: true, version: true },
    },
  });
  if (row === null) return null;
  const { subject, state, ...rest } = row;
  return { ...rest, subject: subject as AmendmentSubject, state: state as AmendmentState };
}

/** False when somebody else decided first. */
export async function decideOn(
  tx: Tx,
  one: AmendmentRecord,
  decision: {
    readonly state: "approved" | "refused";
    readonly decidedBy: string;
    readonly decidedByName: string;
    readonly decidedAt: Date;
    readonly decisionNote: string;
  },
): Promise<boolean> {
  const { count } = await tx.rosterAmendment.updateMany({
    where: { id: one.id, version: one.version, state: "proposed" },
    data: { ...decision, version: { increment: 1 } },
  });
  return count === 1;
}

/**
 * What holds now for the subject of a line: the last approved amendment, else what was sealed. Null
 * when the line does not stand on the roster.
 */
export async function presentValue(
  tx: Tx,
  rosterId: string,
  lineId: string,
  subject: AmendmentSubject,
): Promise<string | null> {
  if (!isUuid(lineId)) return null;
  const line = await tx.rosterLine.findFirst({
    where: { id: lineId, rosterId, removedAt: null },
    select: { name: true, address: true, idIndex: true, idSealed: true, phoneSealed: true },
  });
  if (line === null) return null;
  const last = await tx.rosterAmendment.findFirst({
    where: { rosterId, lineId, subject, state: "approved" },
    orderBy: { number: "desc" },
    select: { id: true, beforeSealed: true, afterSealed: true },
  });
  if (last !== null) return openAmendment(last).after;
  switch (subject) {
    case "NAME":
      return line.name;
    case "ADDRESS":
      return line.address;
    case "ID_NUMBER":
      return openNumbers(line).idCardNumber;
    case "PHONE":
      return openNumbers(line).phone;
    case "RESULT":
      return (await resultOf(tx, lineId)).result;
    case "CERTIFICATE":
      return (await resultOf(tx, lineId)).certificate;
    case "OTHER":
      return "";
  }
}

async function resultOf(tx: Tx, lineId: string) {
  const found = await tx.completionResult.findUnique({ where: { lineId } });
  if (found === null) return { result: "", certificate: "" };
  const { result, certificateKind, certificateNo } = found;
  const labels: Readonly<Record<string, string>> = COMPLETION_LABELS;
  const certificate = [certificateKindLabel(certificateKind), certificateNo];
  return {
    result: labels[result] ?? result,
    certificate: certificate.filter((part) => part !== "").join(" "),
  };
}
