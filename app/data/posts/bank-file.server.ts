import { openAccount, type PayeeAccount } from "~/data/people/payee-account-store.server";
import { monthName } from "~/domain/posts/wage-receipt";
import { fen, yuanDigits } from "~/domain/shared/fen";
import { writeWorkbook, type WriteRow } from "~/platform/workbook/write-workbook.server";

export interface BankRow {
  readonly lineNo: number;
  readonly name: string;
  readonly account: PayeeAccount;
  readonly payFen: number;
}

/** A row of the file as the bank reads it. */
export interface PayeeRow {
  readonly lineNo: number;
  readonly holderName: string;
  /** In full. */
  readonly account: string;
  readonly bankName: string;
  readonly payFen: number;
}

const HEADERS = ["序号", "户名", "账号", "开户行", "金额（元）", "附言"] as const;
const WIDTHS = [8, 16, 28, 28, 14, 30] as const;

/** The file of a month's wages. */
export function bankFile(month: string, lines: readonly BankRow[]): AsyncIterable<Buffer> {
  const rows = lines.map(({ account, ...line }) => ({
    ...{ lineNo: line.lineNo, payFen: line.payFen, account: openAccount(account) },
    ...{ holderName: account.holderName, bankName: account.bankName },
  }));
  return writeBankFile(`${monthName(month)}公共服务岗位工资`, rows);
}

/** The file that goes to the bank: a header and one row a payee, accounts in full, amounts with two places. */
export function writeBankFile(note: string, lines: readonly PayeeRow[]): AsyncIterable<Buffer> {
  function* rows(): Generator<WriteRow> {
    yield { cells: HEADERS.map((text) => ({ text, style: "header" })) };
    for (const { lineNo, holderName, account, bankName, payFen } of lines) {
      const texts = [String(lineNo), holderName, account, bankName];
      const cells = [...texts, withPlaces(payFen), note].map((text) => ({ text }));
      yield { cells };
    }
  }
  const columns = WIDTHS.map((width) => ({ width, style: "text" as const }));
  return writeWorkbook([{ name: "代发", columns, frozenRows: 1, rows: rows() }]);
}

function withPlaces(amount: number): string {
  const [whole = "", places = ""] = yuanDigits(fen(amount)).split(".");
  return `${whole}.${places.padEnd(2, "0")}`;
}
