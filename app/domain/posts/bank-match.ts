import type { CalendarDate } from "../shared/calendar-date";
import { fen, yuanText } from "../shared/fen";
import {
  ASK_BANK,
  RESULT_HEADERS,
  type ResultColumn,
  type ResultRow,
  type RowProblem,
} from "./bank-result";

/** A line that was sent with the file the bank answers. */
export interface SentLine {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  /** In full: to compare, never to show. */
  readonly account: string;
  readonly payFen: number;
}

export interface MatchedLine {
  readonly line: SentLine;
  readonly outcome: ResultRow["outcome"];
}

export type BankMatch =
  | { readonly matched: readonly MatchedLine[] }
  | { readonly problems: readonly RowProblem[]; readonly missing: readonly string[] };

/**
 * The bank's answer beside what was sent: each line answered once, under its number, account and amount, and no
 * other. All of it fits or nothing does. `sentOn` and `today` bound the days of payment.
 */
export function matchBankResult(
  sent: readonly SentLine[],
  rows: readonly ResultRow[],
  days: { readonly sentOn: CalendarDate; readonly today: CalendarDate },
): BankMatch {
  const byNumber = new Map(sent.map((line) => [line.lineNo, line]));
  const problems: RowProblem[] = [];
  const matched = new Map<string, MatchedLine>();
  for (const row of rows) {
    const line = byNumber.get(row.lineNo);
    const message = line === undefined ? strange(row.lineNo) : mismatch(row, line, days);
    if (line !== undefined && matched.has(line.id)) {
      const twice = `序号 ${row.lineNo} 在表里出现两次，${ASK_BANK}`;
      problems.push({ sheetRow: row.sheetRow, message: twice });
    } else if (line === undefined || message !== null) {
      problems.push({ sheetRow: row.sheetRow, message: message ?? "" });
    } else {
      matched.set(line.id, { line, outcome: row.outcome });
    }
  }
  const answered = new Set(rows.map(({ lineNo }) => lineNo));
  const missing = sent.filter(({ lineNo }) => !answered.has(lineNo)).map(({ name }) => name);
  if (problems.length > 0 || missing.length > 0) return { problems, missing };
  return { matched: [...matched.values()] };
}

const strange = (lineNo: number) =>
  `序号 ${lineNo} 不在这次代发文件里，请核对是不是另一批或另一次的回盘`;

function mismatch(
  row: ResultRow,
  line: SentLine,
  { sentOn, today }: { readonly sentOn: CalendarDate; readonly today: CalendarDate },
): string | null {
  const { outcome } = row;
  const of = `序号 ${line.lineNo} ${line.name}：`;
  if (row.account !== line.account) {
    return `${of}账号与代发文件不一致，请核对是不是另一次的回盘；确实不一致的，请银行说明`;
  }
  if (row.amountFen !== line.payFen) {
    return `${of}金额 ${yuanText(fen(row.amountFen))} 与代发的 ${yuanText(fen(line.payFen))} 不一致，请向银行核对`;
  }
  if (outcome.kind === "failed") return null;
  if (outcome.paidOn < sentOn)
    return `${of}日期 ${outcome.paidOn} 早于代发文件的 ${sentOn}，请核对`;
  if (outcome.paidOn > today) return `${of}日期 ${outcome.paidOn} 还没有到，请核对`;
  return null;
}

/** What a file lacks when no header is found in it. */
export function headerAdvice(): string {
  const columns: readonly ResultColumn[] = [
    "lineNo",
    "account",
    "amount",
    "result",
    "reason",
    "paidOn",
  ];
  return `没有找到表头，请银行按下列表头提供：${columns.map((one) => RESULT_HEADERS[one]).join("、")}`;
}
