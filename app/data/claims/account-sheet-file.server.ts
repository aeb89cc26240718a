import { maskedIds } from "~/data/people/masked-ids.server";
import type { ReceivedFile } from "~/data/files/file-store.server";
import {
  ACCOUNT_HEADERS,
  findAccountTable,
  type AccountLine,
  type AccountTable,
} from "~/domain/claims/account-sheet";
import type { LinePayment } from "~/domain/claims/line-payment";
import type { SheetRow } from "~/domain/rosters/sheet";
import { readStoredFile } from "~/platform/evidence-store.server";
import type { Tx } from "~/platform/prisma/client.server";
import {
  openWorkbook,
  ROSTER_LIMITS,
  WorkbookRefused,
} from "~/platform/workbook/open-workbook.server";
import { writeWorkbook, type WriteRow } from "~/platform/workbook/write-workbook.server";

const WIDTHS = [8, 14, 24, 14, 30, 28] as const;
const LIMITS = { ...ROSTER_LIMITS, maxFileBytes: 20 * 1024 * 1024, maxRows: 20_000 };

/** The standing lines of a claim, in their order. */
export async function accountLines(tx: Tx, batchId: string): Promise<readonly AccountLine[]> {
  const rows = await tx.claimLine.findMany({
    where: { batchId, removedAt: null },
    select: { id: true, lineNo: true, name: true, personId: true, paymentState: true },
    orderBy: [{ lineNo: "asc" }, { id: "asc" }],
  });
  const masked = await maskedIds(
    tx,
    rows.map(({ personId }) => personId),
  );
  return rows.map((row) => ({
    ...{ ...row, maskedId: masked.get(row.personId) ?? "" },
    // Held by a CHECK of the database.
    paymentState: row.paymentState as LinePayment | null,
  }));
}

/** The sheet to be filled in: numbers masked, no account that was recorded before. */
export function writeAccountSheet(lines: readonly AccountLine[]): AsyncIterable<Buffer> {
  function* rows(): Generator<WriteRow> {
    yield { cells: ACCOUNT_HEADERS.map((text) => ({ text, style: "header" })) };
    for (const { lineNo, name, maskedId } of lines) {
      const texts = [String(lineNo), name, maskedId, "", "", ""];
      yield { cells: texts.map((text) => ({ text })) };
    }
  }
  const columns = WIDTHS.map((width) => ({ width, style: "text" as const }));
  return writeWorkbook([{ name: "收款账户", columns, frozenRows: 1, rows: rows() }]);
}

/** The sheet's rows; a text in Chinese, with the cure, where it is no such sheet. */
export async function readAccountSheet(
  file: Pick<ReceivedFile, "id" | "fileName">,
): Promise<AccountTable | string> {
  try {
    const book = await openWorkbook(await readStoredFile(file.id), file.fileName, LIMITS);
    for (const [sheet, { hidden }] of book.sheets.entries()) {
      if (hidden) continue;
      const rows: SheetRow[] = [];
      for await (const batch of book.rows(sheet)) rows.push(...batch);
      const table = findAccountTable(rows);
      if (table !== null) return table;
    }
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    const [cause = ""] = error.message.split("。");
    return `${cause}。请用本页下载的模板填写后上传`;
  }
  return `没有找到表头（${ACCOUNT_HEADERS.join("、")}），请用本页下载的模板填写后上传`;
}
