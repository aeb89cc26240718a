import type { Fen } from "~/domain/shared/fen";
import { fen } from "~/domain/shared/fen";
import { projectLabel } from "~/domain/funds/allocation";
import { documentLabel } from "~/domain/funds/document";
import type { Tx } from "~/platform/prisma/client.server";
import { findAllocation } from "./allocation-store.server";
import type { PotRecord } from "./pot-store.server";

/** The cell of an allocation table that a pot has its money of. */
export interface PotSource {
  readonly tableId: string;
  readonly cellId: string;
  readonly unitName: string;
  readonly project: string;
  readonly amountFen: Fen;
  readonly document: string;
}

export interface TiedPot {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly amountFen: Fen;
}

/** The decision that freed a pot. */
export interface ReleaseTie {
  readonly documentId: string;
  readonly document: string;
  readonly clause: string;
  readonly use: string;
  readonly reportedOn: string | null;
  readonly releasedOn: string;
  readonly recordedByName: string;
}

/** One thing that has money of a pot set aside. */
export interface SetAside {
  readonly id: string;
  readonly label: string;
  readonly amountFen: Fen;
}

export async function sourceOf(tx: Tx, pot: PotRecord): Promise<PotSource | null> {
  if (pot.cellId === null) return null;
  const cell = await tx.allocationCell.findUnique({
    where: { id: pot.cellId },
    select: { id: true, amount: true, projectKey: true, row: true },
  });
  const table = cell === null ? null : await findAllocation(tx, cell.row.tableId);
  if (cell === null || table === null) return null;
  const document = await tx.policyDocument.findUniqueOrThrow({
    where: { id: table.documentId },
    select: { number: true, title: true },
  });
  return {
    ...{ tableId: table.id, cellId: cell.id, unitName: cell.row.unitName },
    ...{ project: projectLabel(table, cell.projectKey), amountFen: fen(Number(cell.amount)) },
    document: documentLabel(document),
  };
}

/** The pot whose rest it is; null: of no earlier year. */
export async function carriedFrom(tx: Tx, pot: PotRecord): Promise<TiedPot | null> {
  if (pot.carriedFromId === null) return null;
  const row = await tx.fundPot.findUnique({ where: { id: pot.carriedFromId }, select: TIED });
  return row === null ? null : tied(row);
}

/** The standing pots that its rest was taken into. */
export async function carriedInto(tx: Tx, potId: string): Promise<readonly TiedPot[]> {
  const rows = await tx.fundPot.findMany({
    where: { carriedFromId: potId, voidedAt: null },
    select: TIED,
    orderBy: { id: "asc" },
  });
  return rows.map(tied);
}

/** The claims whose approval set money of the pot aside. */
export async function approvedClaims(tx: Tx, potId: string): Promise<readonly SetAside[]> {
  const rows = await tx.claimBatch.findMany({
    where: { potId, removedAt: null, state: { in: ["approved", "paid"] } },
    select: { id: true, title: true, totalFen: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, title, totalFen }) => {
    return { id, label: title, amountFen: fen(Number(totalFen)) };
  });
}

/** Standing spending of the pot that is not of claims, in fen. */
export async function directSpending(tx: Tx, potId: string): Promise<Fen> {
  const { _sum } = await tx.expenditure.aggregate({
    where: { potId, voidedAt: null, claimPaymentId: null, clawbackId: null },
    _sum: { amountFen: true },
  });
  return fen(Number(_sum.amountFen ?? 0n));
}

export async function releaseOf(tx: Tx, releaseId: string): Promise<ReleaseTie | null> {
  const row = await tx.carryOverRelease.findUnique({ where: { id: releaseId } });
  if (row === null) return null;
  const { documentId, clause, use, recordedByName } = row;
  const document = await tx.policyDocument.findUniqueOrThrow({
    where: { id: documentId },
    select: { number: true, title: true },
  });
  const text = (at: Date) => at.toISOString().slice(0, 10);
  return {
    ...{ documentId, clause, use, recordedByName, document: documentLabel(document) },
    reportedOn: row.reportedOn === null ? null : text(row.reportedOn),
    releasedOn: text(row.releasedOn),
  };
}

const TIED = { id: true, name: true, year: true, amountFen: true } as const;

function tied(row: { id: string; name: string; year: number; amountFen: bigint }): TiedPot {
  return { ...row, amountFen: fen(Number(row.amountFen)) };
}
