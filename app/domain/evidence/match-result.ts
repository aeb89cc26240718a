import { sameName } from "~/domain/people/same-person";
import type { Finding } from "~/domain/rosters/finding";
import type { IdCardNumber } from "~/domain/shared/id-card-number";
import { maskIdCardNumber, maskName } from "~/domain/shared/masking";
import type { AnsweredCategory, ResultRow } from "./verification-result";

/** A line of the list the platform was asked with. */
export interface AskedLine {
  readonly lineId: string;
  /** As the list numbers it, from 1. */
  readonly number: number;
  readonly name: string;
}

export interface LineAnswer {
  readonly lineId: string;
  readonly category: AnsweredCategory;
}

export interface MatchedResult {
  /** Of use only when there is no problem. */
  readonly answers: readonly LineAnswer[];
  readonly problems: readonly Finding[];
}

/**
 * Lays an answer beside its list: every line answered exactly once, under its own name, on the day
 * that was typed (`YYYY-MM-DD`). `lineOf` finds the line of an ID number.
 */
export function matchResult(
  rows: readonly ResultRow[],
  lines: readonly AskedLine[],
  lineOf: (number: IdCardNumber) => AskedLine | undefined,
  typedOn: string,
): MatchedResult {
  const problems: Finding[] = [];
  const answers: LineAnswer[] = [];
  const rowOf = new Map<string, number>();
  for (const row of rows) {
    problems.push(...row.problems);
    problems.push(...dayProblem(row, typedOn));
    if (row.idCardNumber === null) continue;
    const line = lineOf(row.idCardNumber);
    if (line === undefined) {
      problems.push(unknownNumber(row, row.idCardNumber));
      continue;
    }
    const first = rowOf.get(line.lineId);
    if (first !== undefined) {
      const message = `与第 ${first} 行是同一个身份证号。请核对后只留一行。`;
      problems.push(problem(row.sheetRow, "身份证号码", "duplicate", message));
      continue;
    }
    rowOf.set(line.lineId, row.sheetRow);
    problems.push(...nameProblem(row, line));
    if (row.category !== undefined) answers.push({ lineId: line.lineId, category: row.category });
  }
  const missing = lines.filter(({ lineId }) => !rowOf.has(lineId)).map(missingLine);
  return { answers, problems: [...problems, ...missing] };
}

function dayProblem({ sheetRow, verifiedOn }: ResultRow, typedOn: string): Finding[] {
  if (verifiedOn === null || verifiedOn === typedOn) return [];
  const message = `这一行的查验日期是 ${verifiedOn}，填写的是 ${typedOn}。请核对，以平台给出结果的日期为准。`;
  return [problem(sheetRow, "查验日期", "other-day", message)];
}

function unknownNumber({ sheetRow }: ResultRow, number: IdCardNumber): Finding {
  const message = `${maskIdCardNumber(number)} 不在这一批名单中。请确认是否拿错了文件；不属于本班的行请删去。`;
  return problem(sheetRow, "身份证号码", "unknown-number", message);
}

function nameProblem({ sheetRow, name }: ResultRow, line: AskedLine): Finding[] {
  if (name === "" || sameName(name, line.name)) return [];
  const message = `姓名与名单第 ${line.number} 号“${maskName(line.name)}”不同。请对照身份证核对；花名册有误的先更正花名册，再重新导出名单。`;
  return [problem(sheetRow, "姓名", "name-differs", message)];
}

/** No row to point at: row 0 stands for the file as a whole. */
function missingLine({ number, name }: AskedLine): Finding {
  const message = `名单第 ${number} 号 ${name} 不在结果中。请补上这一行；平台查无此人的，在“是否建档立卡”填“否”。`;
  return problem(0, "", "line-missing", message);
}

function problem(sheetRow: number, column: string, kind: string, message: string): Finding {
  return { sheetRow, column, kind, severity: "refused", message };
}
