import { accountForm, type AccountForm } from "../posts/appointment";
import { sameName } from "../people/same-person";
import type { SheetRow } from "../rosters/sheet";
import { halfWidth, storedWholeNumber, withoutBlanks } from "../shared/cell-text";
import { maskIdCardNumber } from "../shared/masking";
import type { LinePayment } from "./line-payment";

/** The columns of the sheet of accounts, in their order; the first three say whose row it is. */
export const ACCOUNT_HEADERS = ["序号", "姓名", "身份证号", "户名", "开户银行", "账号"] as const;

type AccountColumn = (typeof ACCOUNT_HEADERS)[number];

/** The sheet's rows below its header, 0-based column by header. */
export interface AccountTable {
  readonly columns: Readonly<Record<AccountColumn, number>>;
  readonly rows: readonly SheetRow[];
}

/** A line of the claim as the sheet is held against it. */
export interface AccountLine {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly personId: string;
  readonly maskedId: string;
  readonly paymentState: LinePayment | null;
}

export interface AccountEntry {
  readonly sheetRow: number;
  readonly line: AccountLine;
  readonly form: AccountForm;
}

/** What is wrong with a row and how it is put right; no account stands in it. */
export interface AccountProblem {
  readonly sheetRow: number;
  readonly message: string;
}

/** Excel keeps fifteen digits of a number. */
const SAFE_DIGITS = 15;

/** Null where no row of the sheet is its header. */
export function findAccountTable(rows: readonly SheetRow[]): AccountTable | null {
  for (const [index, { texts }] of rows.slice(0, 30).entries()) {
    const heads = texts.map((text) => halfWidth(withoutBlanks(text)));
    const at = ACCOUNT_HEADERS.map((header) => heads.indexOf(header));
    const [lineNo = -1, name = -1, id = -1, holder = -1, bank = -1, account = -1] = at;
    if ([lineNo, name, holder, bank, account].includes(-1)) continue;
    const columns = { 序号: lineNo, 姓名: name, 身份证号: id, 户名: holder, 开户银行: bank };
    return { columns: { ...columns, 账号: account }, rows: rows.slice(index + 1) };
  }
  return null;
}

/**
 * Every row that was filled in with the line it is of, and every row that cannot be taken. A row with neither holder, bank
 * nor account is left as it is.
 */
export function matchAccounts(
  { columns, rows }: AccountTable,
  lines: readonly AccountLine[],
): { readonly entries: readonly AccountEntry[]; readonly problems: readonly AccountProblem[] } {
  const byNumber = new Map(lines.map((line) => [line.lineNo, line]));
  const entries: AccountEntry[] = [];
  const problems: AccountProblem[] = [];
  const rowOfLine = new Map<number, number>();
  const rowOfAccount = new Map<string, number>();
  for (const row of rows) {
    const { sheetRow } = row;
    const read = readRow(row, columns, byNumber);
    if (read === null) continue;
    const said = typeof read === "string" ? read : twice(read, rowOfLine, rowOfAccount);
    if (said !== null) problems.push({ sheetRow, message: said });
    else if (typeof read !== "string") entries.push(read);
  }
  return { entries, problems };
}

/** Null: nothing filled in; a text: what is wrong with it. */
function readRow(
  row: SheetRow,
  columns: AccountTable["columns"],
  byNumber: ReadonlyMap<number, AccountLine>,
): AccountEntry | string | null {
  const cell = (column: AccountColumn) => (row.texts[columns[column]] ?? "").trim();
  const [holderName, bankName, account] = [cell("户名"), cell("开户银行"), cell("账号")];
  if (holderName === "" && bankName === "" && account === "") return null;
  const line = byNumber.get(Number(storedWholeNumber(halfWidth(cell("序号"))) ?? NaN));
  if (line === undefined) return "本批没有这个序号，请用本页下载的模板，不要改动序号";
  if (!sameName(cell("姓名"), line.name)) {
    return `序号 ${line.lineNo} 在本批是“${line.name}”，与表中姓名不同，请核对是否错行`;
  }
  if (!isSameId(cell("身份证号"), line.maskedId)) {
    return `序号 ${line.lineNo} ${line.name}的身份证号与本批不同，可能是同名的另一人，请核对是否错行`;
  }
  if (line.paymentState !== null && line.paymentState !== "FAILED") {
    return `${line.name}的补贴已送银行、已发放或已停发，账户不能更换，请清空这一行的账户`;
  }
  const isNumber = row.kinds[columns["账号"]] === "number";
  if (isNumber && account.length > SAFE_DIGITS) {
    return "账号是数字格式，末几位可能已丢失，请把单元格改为文本后重新录入";
  }
  const form = accountForm.safeParse({ holderName, bankName, account, again: account });
  if (form.success) return { sheetRow: row.sheetRow, line, form: form.data };
  const messages = new Set(form.error.issues.map(({ message }) => message));
  return `${[...messages].join("；")}。请对照卡或存折更正`;
}

/** As the template gives it, or typed in whole; left out it says nothing. */
function isSameId(typed: string, maskedId: string): boolean {
  const id = halfWidth(typed).toUpperCase();
  return id === "" || id === maskedId || maskIdCardNumber(id) === maskedId;
}

/** A line, or an account, that an earlier row has already. */
function twice(
  { sheetRow, line, form }: AccountEntry,
  rowOfLine: Map<number, number>,
  rowOfAccount: Map<string, number>,
): string | null {
  const [sameLine, same] = [rowOfLine.get(line.lineNo), rowOfAccount.get(form.account)];
  rowOfLine.set(line.lineNo, sheetRow);
  rowOfAccount.set(form.account, sheetRow);
  if (sameLine !== undefined) return `与第 ${sameLine} 行序号相同，一人只留一行`;
  return same === undefined ? null : `与第 ${same} 行账号相同，补贴只发到本人账户，请逐一核对`;
}
