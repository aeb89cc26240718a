import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { columnLabel, projectLabel, unitOf, type ColumnUnit } from "~/domain/funds/allocation";
import { balance, type Balance } from "~/domain/funds/balance";
import { classificationRemark, classificationText } from "~/domain/funds/classification";
import { documentLabel } from "~/domain/funds/document";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findAllocation, type StoredAllocation } from "./allocation-store.server";
import { areaName } from "./document-view.server";
import { parentLine } from "./parent-line.server";

/** A figure of the table with where it comes from and what it became. */
export interface CellFacts {
  readonly id: string;
  readonly unitName: string;
  readonly column: string;
  readonly project: string;
  /** Where the document says it, as far as told. */
  readonly clause: string;
  readonly amount: number;
  readonly unit: ColumnUnit;
  readonly functionText: string;
  readonly economicText: string;
  readonly remark: string | null;
  /** 资金项目 set up of it that the actor sees. */
  readonly pots: readonly {
    readonly id: string;
    readonly name: string;
    readonly amountFen: number;
  }[];
}

export interface AllocationPage {
  readonly table: StoredAllocation;
  readonly areaName: string;
  readonly areaNames: Readonly<Record<string, string>>;
  readonly document: { readonly id: string; readonly label: string; readonly issuer: string };
  readonly parentTableId: string | null;
  readonly balance: Balance;
  readonly cells: readonly CellFacts[];
  readonly mayVoid: boolean;
}

/** One table with its sums checked, and of every figure what it rests on; null out of scope. */
export function viewAllocation(
  actor: Actor,
  id: string,
  on: string,
): Promise<AllocationPage | null> {
  return inTransaction(actor, async (tx) => {
    const table = await findAllocation(tx, id);
    if (table === null) return null;
    const { documentId, parentRowId, regionCode, rows } = table;
    const document = await tx.policyDocument.findUniqueOrThrow({
      where: { id: documentId },
      select: { id: true, issuer: true, number: true, title: true },
    });
    const parent = parentRowId === null ? null : await parentLine(tx, parentRowId);
    const above =
      parentRowId === null
        ? null
        : await tx.allocationRow.findUnique({
            where: { id: parentRowId },
            select: { tableId: true },
          });
    const pots = await tx.fundPot.findMany({
      where: {
        cellId: { in: rows.flatMap(({ cells }) => cells.map((cell) => cell.id)) },
        voidedAt: null,
      },
      select: { id: true, cellId: true, name: true, amountFen: true },
      orderBy: { id: "asc" },
    });
    const potsOf = (cellId: string) =>
      pots
        .filter((pot) => pot.cellId === cellId)
        .map(({ id: potId, name, amountFen }) => {
          return { id: potId, name, amountFen: Number(amountFen) };
        });
    const codes = [...new Set(rows.flatMap(({ areaCode }) => areaCode ?? []))];
    return {
      ...{ table, areaName: areaName(regionCode), parentTableId: above?.tableId ?? null },
      areaNames: Object.fromEntries(codes.map((code) => [code, areaName(code)])),
      document: { id: document.id, issuer: document.issuer, label: documentLabel(document) },
      balance: balance(table, parent),
      cells: cellsOf(table).map((cell) => ({ ...cell, pots: potsOf(cell.id) })),
      mayVoid:
        table.voidedAt === null &&
        table.createdBy !== null &&
        may(actor, "allocation.write", regionCode, on),
    };
  });
}

function cellsOf(table: StoredAllocation): readonly Omit<CellFacts, "pots">[] {
  return table.rows.flatMap(({ unitName, cells }) =>
    cells.map((cell) => ({
      ...{ id: cell.id, unitName, amount: cell.amount, unit: unitOf(table, cell) },
      column: columnLabel(table, cell.columnKey),
      project: projectLabel(table, cell.projectKey),
      clause: table.projects.find(({ key }) => key === cell.projectKey)?.clause ?? "",
      functionText: classificationText(cell.functionCode),
      economicText: classificationText(cell.economicCode),
      remark: classificationRemark(table, cell),
    })),
  );
}
