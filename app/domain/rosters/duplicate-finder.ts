import type { IdCardNumber } from "../shared/id-card-number";
import { maskIdCardNumber } from "../shared/masking";
import type { KeyHeaders } from "./cross-check";
import type { Finding } from "./finding";
import type { CheckedRow } from "./person-row";

/** Where an ID number was met first. */
export interface FirstSeen {
  readonly sheetRow: number;
  readonly name: string | null;
}

/** The finding on a row whose number an earlier row has already. */
export function duplicateFinding(row: CheckedRow, first: FirstSeen, headers: KeyHeaders): Finding {
  const { name, idCardNumber } = row.values;
  const differs = name !== null && first.name !== null && name !== first.name;
  const remedy = differs
    ? "两行姓名不同，至少有一行的号码填错，请对照身份证改正。"
    : "同一个人只能列一行，请删去重复的一行。";
  const masked = maskIdCardNumber(idCardNumber ?? "");
  const message = `身份证号与第 ${first.sheetRow} 行相同（${masked}）。${remedy}`;
  const { sheetRow } = row;
  const column = headers.idCardNumber;
  return { sheetRow, column, kind: "duplicate-in-file", severity: "refused", message };
}

/** Told the rows in file order, answers with a finding for each that repeats an earlier number. */
export function duplicateFinder(headers: KeyHeaders): (row: CheckedRow) => Finding | null {
  const seen = new Map<IdCardNumber, FirstSeen>();
  return (row) => {
    const { idCardNumber, name } = row.values;
    if (idCardNumber === null) return null;
    const first = seen.get(idCardNumber);
    if (first !== undefined) return duplicateFinding(row, first, headers);
    seen.set(idCardNumber, { sheetRow: row.sheetRow, name });
    return null;
  };
}
