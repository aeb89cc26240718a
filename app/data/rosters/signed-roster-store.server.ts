import type { RosterKind, RosterState } from "~/domain/rosters/roster";
import { wageSheetName } from "~/domain/posts/wage-receipt";
import { className } from "~/domain/training/training-class";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A roster that people sign, of a class or of a month's wages. */
export interface SignedRoster {
  readonly id: string;
  readonly kind: RosterKind;
  readonly countyCode: string;
  /** 家政服务员（第3期）, or 2020年5月公共服务岗位工资表（1）. */
  readonly label: string;
  /** The page of what it belongs to. */
  readonly to: string;
  /** The wage sheet it is signed for; null of a class. */
  readonly sheetId: string | null;
  readonly state: RosterState;
  readonly headcount: number;
  readonly version: number;
}

/** Of any kind, or null when it is none or lies outside the transaction's scope. */
export async function findSignedRoster(tx: Tx, id: string): Promise<SignedRoster | null> {
  if (!isUuid(id)) return null;
  const row = await tx.roster.findUnique({
    where: { id },
    select: {
      ...{ id: true, countyCode: true, state: true, headcount: true, version: true },
      trainingClass: { select: { name: true, term: true } },
      wageSheet: { select: { id: true, month: true, number: true } },
    },
  });
  if (row === null) return null;
  const { trainingClass, wageSheet, ...facts } = row;
  const roster = { ...facts, state: facts.state as RosterState };
  if (trainingClass !== null) {
    const of = { label: className(trainingClass), to: `/rosters/${id}`, sheetId: null };
    return { ...roster, ...of, kind: "TRAINING" };
  }
  if (wageSheet === null) return null;
  const month = wageSheet.month.toISOString().slice(0, 10);
  const { id: sheetId, number } = wageSheet;
  const of = { label: wageSheetName({ month, number }), to: `/wage-sheets/${sheetId}`, sheetId };
  return { ...roster, ...of, kind: "WAGES" };
}

/** The same, with its sealing made to wait until this transaction ends. */
export async function holdSignedRoster(tx: Tx, id: string): Promise<SignedRoster | null> {
  if (!isUuid(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM roster WHERE id = ${id}::uuid FOR SHARE`;
  return findSignedRoster(tx, id);
}
