import type { ReceivedFile } from "~/data/files/file-store.server";
import { headerAdvice } from "~/domain/posts/bank-match";
import {
  findResultTable,
  readResultRow,
  type ResultRow,
  type RowProblem,
} from "~/domain/posts/bank-result";
import type { SheetRow } from "~/domain/rosters/sheet";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { readStoredFile } from "~/platform/evidence-store.server";
import {
  openWorkbook,
  ROSTER_LIMITS,
  WorkbookRefused,
  type OpenWorkbook,
  type WorkbookLimits,
} from "~/platform/workbook/open-workbook.server";

/** A bank answers a county's month: thousands of rows at most. */
const LIMITS: WorkbookLimits = {
  ...ROSTER_LIMITS,
  maxFileBytes: 20 * 1024 * 1024,
  maxRows: 20_000,
};

const CURE = "请选择银行提供的回盘文件（.xlsx、.xls 或 .csv）；打不开的，请银行重新提供。";

export type ResultFileRefusal =
  /** Not a table at all, or without the header: Chinese, with the cure. */
  | { readonly kind: "unreadable"; readonly message: string }
  | { readonly kind: "wrongRows"; readonly problems: readonly RowProblem[] };

/** Every row of the bank's answer, or every row that cannot be read. */
export async function readBankResult(
  file: Pick<ReceivedFile, "id" | "fileName">,
): Promise<Outcome<readonly ResultRow[], ResultFileRefusal>> {
  try {
    const book = await openWorkbook(await readStoredFile(file.id), file.fileName, LIMITS);
    for (const [sheet, { hidden }] of book.sheets.entries()) {
      if (hidden) continue;
      const rows = await allRows(book, sheet);
      const table = findResultTable(rows.slice(0, 30));
      if (table === null) continue;
      return sorted(
        rows
          .filter(({ sheetRow }) => sheetRow > table.headerRow)
          .map((row) => readResultRow(row, table)),
      );
    }
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    // The reader speaks of rosters that are put right and taken in again: of a bank's answer only the cause fits.
    const [cause = ""] = error.message.split("。");
    return refused({ kind: "unreadable", message: `${cause}。${CURE}` });
  }
  return refused({ kind: "unreadable", message: headerAdvice() });
}

async function allRows(book: OpenWorkbook, sheet: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of book.rows(sheet)) rows.push(...batch);
  return rows;
}

function sorted(
  answers: readonly (ResultRow | RowProblem | null)[],
): Outcome<readonly ResultRow[], ResultFileRefusal> {
  const problems = answers.filter((one) => one !== null && "message" in one);
  if (problems.length > 0) return refused({ kind: "wrongRows", problems });
  const rows = answers.filter((one) => one !== null && "outcome" in one);
  if (rows.length > 0) return done(rows);
  return refused({ kind: "unreadable", message: "表头下面没有内容，请核对是不是银行回盘" });
}
