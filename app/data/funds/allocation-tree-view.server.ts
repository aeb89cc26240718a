import type { Actor } from "~/domain/access/actor";
import { columnLabel, moneyOf, projectLabel, unitOf } from "~/domain/funds/allocation";
import { areaTotals, type AreaTotal } from "~/domain/funds/area-totals";
import { balance } from "~/domain/funds/balance";
import { documentLabel } from "~/domain/funds/document";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import {
  findAllocationsOf,
  type StoredAllocation,
  type StoredRow,
} from "./allocation-store.server";
import { areaName } from "./document-view.server";
import { parentLine } from "./parent-line.server";

export interface TreeRow {
  readonly id: string;
  readonly unitName: string;
  /** Fen. */
  readonly amount: number;
  readonly isOffTable: boolean;
  /** Off the table itself, or a part of a line that is. */
  readonly isBeside: boolean;
  readonly cells: readonly {
    readonly id: string;
    readonly label: string;
    readonly amount: number;
    readonly isLabour: boolean;
  }[];
  /** The table that divides this line, if one is entered. */
  readonly dividedBy: string | null;
}

export interface TreeTable {
  readonly id: string;
  readonly title: string;
  readonly areaName: string;
  readonly total: number;
  readonly isBalanced: boolean;
  readonly isDivision: boolean;
  readonly rows: readonly TreeRow[];
}

export interface TreeDocument {
  readonly id: string;
  readonly label: string;
  readonly issuer: string;
  readonly tables: readonly TreeTable[];
}

export interface AllocationTree {
  readonly documents: readonly TreeDocument[];
  readonly areas: readonly (AreaTotal & {
    readonly name: string;
    readonly rowIds: readonly string[];
  })[];
  readonly hasMore: boolean;
}

/** A year has some tables per prefecture; beyond these the page says that there are more. */
const MOST_TABLES = 200;

/** The years of which the actor sees tables, the latest first. */
export function allocationYears(actor: Actor): Promise<readonly number[]> {
  return inTransaction(actor, async (tx) => {
    const rows = await tx.allocationTable.groupBy({ by: ["year"], where: { voidedAt: null } });
    return rows.map(({ year }) => year).sort((a, b) => b - a);
  });
}

/** A year's money as it runs down from its documents, and what each area has of it. */
export function viewAllocationTree(actor: Actor, year: number): Promise<AllocationTree> {
  return inTransaction(actor, async (tx) => {
    const found = await findAllocationsOf(tx, year, MOST_TABLES + 1);
    const tables = found.slice(0, MOST_TABLES);
    const documents = await tx.policyDocument.findMany({
      where: { id: { in: tables.map(({ documentId }) => documentId) } },
      select: { id: true, issuer: true, number: true, title: true },
      orderBy: [{ issuedOn: "asc" }, { id: "asc" }],
    });
    const branches: TreeDocument[] = [];
    for (const { id, issuer, ...named } of documents) {
      const own = tables.filter(({ documentId }) => documentId === id);
      const shown: TreeTable[] = [];
      for (const table of own) shown.push(await branch(tx, table, tables));
      branches.push({ id, issuer, label: documentLabel(named), tables: shown });
    }
    const rows = tables.flatMap((table) => table.rows);
    const areas = areaTotals(tables).map((one) => ({
      ...{ ...one, name: areaName(one.areaCode) },
      rowIds: rows.filter(({ areaCode }) => areaCode === one.areaCode).map(({ id }) => id),
    }));
    return { documents: branches, areas, hasMore: found.length > MOST_TABLES };
  });
}

async function branch(
  tx: Tx,
  table: StoredAllocation,
  all: readonly StoredAllocation[],
): Promise<TreeTable> {
  const { id, title, regionCode, parentRowId, rows } = table;
  const parent = parentRowId === null ? null : await parentLine(tx, parentRowId);
  const above = all.flatMap((other) => other.rows).find((row) => row.id === parentRowId);
  const inTable = rows.filter(({ isOffTable }) => !isOffTable);
  return {
    ...{ id, title, areaName: areaName(regionCode), isDivision: parentRowId !== null },
    total: inTable.reduce((sum, row) => sum + moneyOf(table, row), 0),
    isBalanced: balance(table, parent).wrong.length === 0,
    rows: rows.map((row) => ({
      ...{ id: row.id, unitName: row.unitName, isOffTable: row.isOffTable },
      ...{ amount: moneyOf(table, row), isBeside: row.isOffTable || above?.isOffTable === true },
      cells: moneyCells(table, row),
      dividedBy: all.find((other) => other.parentRowId === row.id)?.id ?? null,
    })),
  };
}

function moneyCells(table: StoredAllocation, row: StoredRow) {
  const labour = new Set(table.projects.filter((one) => one.isLabour).map(({ key }) => key));
  return row.cells
    .filter((cell) => unitOf(table, cell) === "FEN")
    .map((cell) => {
      const project = projectLabel(table, cell.projectKey);
      const label = project === "" ? columnLabel(table, cell.columnKey) : project;
      return { id: cell.id, label, amount: cell.amount, isLabour: labour.has(cell.projectKey) };
    });
}
