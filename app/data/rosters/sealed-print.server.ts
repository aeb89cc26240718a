import { listLineProofs, type LineInk } from "~/data/evidence/proof-standing.server";
import { findSeal } from "~/data/evidence/seal-store.server";
import { ACKNOWLEDGEMENT_METHOD_LABELS } from "~/domain/evidence/line-proofs";
import type { RosterHead } from "~/domain/rosters/roster-sheet";
import { SEX_LABELS } from "~/domain/shared/sex";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { maskedNumbers, openNumbers } from "./masked-line.server";
import type { RosterRecord } from "./roster-store.server";

/** One line of the sealed form; the five proofs stand as they were at the seal. */
export interface SealedPrintLine {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly idCardNumber: string;
  readonly phone: string;
  readonly address: string;
  /** How the hand came into the system: 纸质名册. */
  readonly signature: string;
  readonly fingerprint: string;
}

export interface SealedPrint {
  readonly head: RosterHead;
  readonly lines: readonly SealedPrintLine[];
  readonly seal: {
    readonly code: string;
    /** Hexadecimal. */
    readonly digest: string;
    readonly sealedOn: string;
    readonly sealedByName: string;
  };
  /** Approved changes since; they are printed on their own pages. */
  readonly amendments: number;
}

/** The sealed roster, numbers in full or masked; null while it is not sealed. */
export async function readSealedForm(
  tx: Tx,
  roster: RosterRecord,
  isFull: boolean,
): Promise<SealedPrint | null> {
  const seal = await findSeal(tx, roster.id);
  if (seal === null) return null;
  const { startsOn, endsOn, place, providerName } = await tx.trainingClass.findUniqueOrThrow({
    where: { id: roster.classId },
    select: { startsOn: true, endsOn: true, place: true, providerName: true },
  });
  return {
    head: {
      ...{ label: roster.label, place, providerName },
      countyName: regionName(roster.countyCode) ?? roster.countyCode,
      startsOn: startsOn.toISOString().slice(0, 10),
      endsOn: endsOn.toISOString().slice(0, 10),
    },
    lines: await linesOf(tx, roster.id, isFull),
    seal: {
      ...{ code: seal.code, digest: seal.digest, sealedByName: seal.sealedByName },
      sealedOn: dayInChina(seal.sealedAt),
    },
    amendments: await tx.rosterAmendment.count({
      where: { rosterId: roster.id, state: "approved" },
    }),
  };
}

async function linesOf(tx: Tx, rosterId: string, isFull: boolean) {
  const rows = await tx.rosterLine.findMany({
    where: { rosterId, removedAt: null },
    select: {
      ...{ id: true, name: true, sex: true, address: true },
      ...{ idIndex: true, idSealed: true, phoneSealed: true },
    },
    orderBy: [{ lineNo: "asc" }, { id: "asc" }],
  });
  const inks = new Map((await listLineProofs(tx, rosterId)).map((one) => [one.lineId, one]));
  const numbersOf = isFull ? openNumbers : maskedNumbers;
  return rows.map(({ id, name, sex, address, ...sealed }) => ({
    ...{ id, name, address, ...numbersOf(sealed) },
    sex: sex === "MALE" || sex === "FEMALE" ? SEX_LABELS[sex] : "",
    signature: methodOf(inks.get(id)?.signature),
    fingerprint: methodOf(inks.get(id)?.fingerprint),
  }));
}

function methodOf(proof: LineInk["signature"] | undefined): string {
  return proof === undefined || proof === null ? "" : ACKNOWLEDGEMENT_METHOD_LABELS[proof.method];
}
