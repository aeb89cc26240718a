import { toBankAccount } from "../people/bank-account";
import { withNumbersMasked } from "../people/typed-number";
import type { SheetRow } from "../rosters/sheet";
import { halfWidth, storedWholeNumber, withoutBlanks } from "../shared/cell-text";
import type { CalendarDate } from "../shared/calendar-date";
import { parseYuan } from "../shared/fen";
import { parseWrittenDate } from "../shared/written-date";

export type ResultColumn = "lineNo" | "account" | "amount" | "result" | "reason" | "paidOn";

/** The header as a bank may write it; the first that fits. */
const HEADERS: Readonly<Record<ResultColumn, RegExp>> = {
  lineNo: /^序号$/,
  account: /^(收款|入账|客户)?(账号|账户|帐号|卡号)$/,
  amount: /^(交易|发放|代发|实发)?金额(\(元\))?$/,
  result: /^(处理|交易|代发|发放|入账)?(结果|状态)$/,
  reason: /^(失败)?(原因|说明)$/,
  paidOn: /^(入账|交易|发放|到账|处理)?日期$/,
};
export const RESULT_HEADERS: Readonly<Record<ResultColumn, string>> = {
  lineNo: "序号",
  account: "账号",
  amount: "金额",
  result: "结果",
  reason: "失败原因",
  paidOn: "日期",
};
/** The answer is the bank's evidence: nobody here puts it right. */
export const ASK_BANK = "请银行更正后重新提供，不要自行修改";
const ALWAYS: readonly ResultColumn[] = ["lineNo", "account", "amount", "result"];
const WORK = "(?:交易|代发|发放|入账|处理|转账|付款)?";
const PAID = new RegExp(`^${WORK}(?:已?成功|已发放|已入账|入账|已到账|到账|已付款|已完成)$`);
const FAILED = new RegExp(
  `^${WORK}(?:已?失败|不成功|未成功|已?退回|已?退票|已?退汇|已?退款|已?退|已?拒绝|已?冲正)$`,
);

export interface ResultTable {
  /** 1-based. */
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<ResultColumn, number>>>;
}

/** The first row that has every column a result cannot do without; null when no row has. */
export function findResultTable(rows: readonly SheetRow[]): ResultTable | null {
  for (const row of rows) {
    const columns: Partial<Record<ResultColumn, number>> = {};
    for (const [at, text] of row.texts.entries()) {
      const header = halfWidth(withoutBlanks(text));
      for (const [column, shape] of Object.entries(HEADERS)) {
        if (shape.test(header)) columns[column as ResultColumn] ??= at;
      }
    }
    if (ALWAYS.every((column) => columns[column] !== undefined)) {
      return { headerRow: row.sheetRow, columns };
    }
  }
  return null;
}

/** What a row of the bank's answer says. */
export interface ResultRow {
  readonly sheetRow: number;
  readonly lineNo: number;
  readonly account: string;
  readonly amountFen: number;
  readonly outcome:
    | { readonly kind: "paid"; readonly paidOn: CalendarDate }
    | { readonly kind: "failed"; readonly reason: string };
}

/** What is wrong with a row and how it is put right; no account stands in it. */
export interface RowProblem {
  readonly sheetRow: number;
  readonly message: string;
}

/** Reads a row below the header; null for an empty one and for sums. */
export function readResultRow(
  row: SheetRow,
  { columns }: ResultTable,
): ResultRow | RowProblem | null {
  const { sheetRow } = row;
  const whole = (column: ResultColumn) => {
    const at = columns[column];
    return at === undefined ? "" : (row.texts[at] ?? "");
  };
  // A date keeps its blanks: only they part the day from the time of day.
  const cell = (column: ResultColumn) => halfWidth(withoutBlanks(whole(column)));
  const wrong = (message: string): RowProblem => ({ sheetRow, message });
  const isSum = /合计|总计|小计/.test(row.texts.join(""));
  if (isSum || (cell("lineNo") === "" && cell("account") === "")) return null;
  const lineNo = Number(storedWholeNumber(cell("lineNo")) ?? NaN);
  if (!Number.isInteger(lineNo)) return wrong(`序号不是整数，${ASK_BANK}`);
  const account = toBankAccount(cell("account"));
  if (account === null) {
    return wrong("账号不是完整的数字（被改成了科学计数或已隐去几位），请让银行以文本格式提供");
  }
  const amountFen = parseYuan(amountText(cell("amount")));
  if (amountFen === null) return wrong(`金额看不懂，${ASK_BANK}`);
  const result = cell("result");
  if (PAID.test(result)) {
    const paidOn = parseWrittenDate(whole("paidOn"));
    if (cell("paidOn") === "") return wrong(`成功的要有入账日期，${ASK_BANK}`);
    if (paidOn === null) return wrong(`日期“${cell("paidOn")}”看不懂，${ASK_BANK}`);
    return { sheetRow, lineNo, account, amountFen, outcome: { kind: "paid", paidOn } };
  }
  if (!FAILED.test(result)) return wrong(`结果“${result}”看不懂（成功、失败或退汇），${ASK_BANK}`);
  const reason = withNumbersMasked(cell("reason").slice(0, 200));
  if (reason === "") return wrong(`失败的要有失败原因，${ASK_BANK}`);
  return { sheetRow, lineNo, account, amountFen, outcome: { kind: "failed", reason } };
}

/** Workbooks store 933.33 as such or with a tail of binary dust. */
function amountText(text: string): string {
  return /^\d+\.\d{3,}$/.test(text) ? Number(text).toFixed(2) : text;
}
