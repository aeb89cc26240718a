import type { ColumnMap } from "../rosters/column-map";
import { idFindings } from "../rosters/id-findings";
import type { FairParticipantField } from "../rosters/layouts/fair-participants";
import type { SheetRow } from "../rosters/sheet";
import { checkIdCardNumber, type IdCheckContext } from "../shared/id-card-check";
import type { IdCardNumber } from "../shared/id-card-number";
import { plainName } from "../shared/person-name";

/** Rows taken in one go: a fair's list, not a county's ledger. */
export const MOST_PARTICIPANT_ROWS = 2000;

/** One person of a list, or the reason why the row cannot be read. */
export interface ParticipantRow {
  /** 1-based row of the sheet, or line of the pasted text. */
  readonly sheetRow: number;
  readonly idCardNumber: IdCardNumber | null;
  /** Empty when the list does not name him. */
  readonly name: string;
  /** Chinese, with cause and cure; null for a sound row. */
  readonly problem: string | null;
}

export function readParticipantRow(
  row: SheetRow,
  columns: ColumnMap<FairParticipantField>,
  context: IdCheckContext,
): ParticipantRow {
  const at = columns.at.idCardNumber;
  const check = checkIdCardNumber(row.texts[at] ?? "", row.kinds[at] ?? "blank", context);
  return {
    sheetRow: row.sheetRow,
    idCardNumber: check.value,
    name: plainName(row.texts[columns.at.name] ?? ""),
    problem: problemOf(check, row.sheetRow),
  };
}

/**
 * Numbers pasted one a line, with or without the name before or after it: 鲁晓美 532323199001010022. Blank lines are
 * passed over; blanks inside a number are not, for then nobody can tell where it ends.
 */
export function readPastedNumbers(text: string, context: IdCheckContext): ParticipantRow[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const parts = line.split(/[\s,，、;；]+/).filter((part) => part !== "");
    if (parts.length === 0) return [];
    const isNumber = (part: string) => /\d{4,}/.test(part.normalize("NFKC"));
    const check = checkIdCardNumber(parts.find(isNumber) ?? "", "text", context);
    const sheetRow = index + 1;
    const name = plainName(parts.find((part) => !/\d/.test(part.normalize("NFKC"))) ?? "");
    return [{ sheetRow, idCardNumber: check.value, name, problem: problemOf(check, sheetRow) }];
  });
}

function problemOf(check: ReturnType<typeof checkIdCardNumber>, sheetRow: number): string | null {
  if (check.value !== null) return null;
  return idFindings(check, sheetRow, "身份证号码")[0]?.message ?? "认不出这个身份证号。";
}
