import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { ERROR_HEADER, errorCells, type ErrorSheetShape } from "~/domain/rosters/error-sheet";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import {
  findRowsWithFindings,
  type RowWithFindings,
} from "~/data/rosters/import-findings-view.server";
import type { StoredTable } from "~/data/rosters/import-outcome.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { readStoredFile } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import {
  openWorkbook,
  ROSTER_LIMITS,
  type OpenWorkbook,
} from "~/platform/workbook/open-workbook.server";
import {
  writeWorkbook,
  type SheetSpec,
  type WriteRow,
} from "~/platform/workbook/write-workbook.server";

export type ErrorWorkbookRefusal = { readonly kind: "notFound" } | { readonly kind: "forbidden" };

export interface ErrorWorkbook {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

const NOTE_WIDTH = 60;
const CELL_WIDTH = 16;

/** The officer's own sheet in its own order, with what is wrong and how to mend it at the end. */
export async function makeErrorWorkbook(
  actor: Actor,
  importId: string,
  now: Date,
): Promise<Outcome<ErrorWorkbook, ErrorWorkbookRefusal>> {
  const found = await inTransaction(actor, async (tx) => {
    const one = await tx.rosterImport.findUnique({ where: { id: importId } });
    const stored = one?.table as unknown as StoredTable | undefined;
    if (one === null || stored?.table === undefined) return refused({ kind: "notFound" });
    if (!may(actor, "roster.import", one.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const rows = await findRowsWithFindings(tx, importId);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "roster.exportErrors",
      subjectKind: "rosterImport",
      subjectId: importId,
      countyCode: one.countyCode,
      detail: { rows: one.rowCount, withFindings: rows.size },
    });
    return done({ one, stored, rows });
  });
  if (!found.ok) return found;
  const { one, stored, rows } = found.value;
  const book = await openWorkbook(await readStoredFile(one.fileId), one.fileName, ROSTER_LIMITS);
  const sheet = await sheetOf(book, stored, rows);
  const fileName = `错误表_${one.fileName.replace(/\.[^.]*$/, "")}.xlsx`;
  return done({ fileName, bytes: writeWorkbook([sheet]) });
}

async function sheetOf(
  book: OpenWorkbook,
  { table }: StoredTable,
  rows: ReadonlyMap<number, RowWithFindings>,
): Promise<SheetSpec> {
  const at = book.sheets.findIndex((info) => info.name === table.sheet);
  // An earlier error workbook comes back with its remarks column: write over it, not beside it.
  const own = table.columns.filter(({ header }) => header !== ERROR_HEADER);
  const noteColumn = Math.max(0, ...own.map(({ column }) => column)) + 1;
  const { headerRow, headerDepth } = table;
  const columnOf = new Map(own.map(({ header, column }) => [header, column]));
  const widths = Array.from({ length: noteColumn }, () => ({ width: CELL_WIDTH }));
  return {
    name: table.sheet,
    columns: [...widths, { width: NOTE_WIDTH }],
    frozenRows: headerRow + headerDepth - 1,
    merges: (await book.merges(at)).filter((block) => block.lastRow < headerRow),
    rows: rowsOf(book.rows(at), rows, { headerRow, headerDepth, columnOf, noteColumn }),
  };
}

async function* rowsOf(
  batches: ReturnType<OpenWorkbook["rows"]>,
  found: ReadonlyMap<number, RowWithFindings>,
  shape: ErrorSheetShape,
): AsyncGenerator<WriteRow> {
  let next = 1;
  for await (const batch of batches) {
    for (const row of batch) {
      for (; next < row.sheetRow; next += 1) yield { cells: [] };
      const { findings = [], corrected = null } = found.get(row.sheetRow) ?? {};
      const source = corrected ?? row;
      yield { cells: errorCells({ source, findings, corrected: corrected !== null }, shape) };
      next = row.sheetRow + 1;
    }
  }
}
