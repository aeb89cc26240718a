import { withNumbersMasked } from "../people/typed-number";
import type { ColumnMap } from "../rosters/column-map";
import type { Finding } from "../rosters/finding";
import { idFindings } from "../rosters/id-findings";
import type { DistrictListField } from "../rosters/layouts/district-list";
import type { SheetRow } from "../rosters/sheet";
import { tidyBlanks } from "../shared/cell-text";
import { checkIdCardNumber, type IdCheckContext } from "../shared/id-card-check";
import type { IdCardNumber } from "../shared/id-card-number";
import { plainName } from "../shared/person-name";
import { parseWrittenDate } from "../shared/written-date";

/** One row of a district's list; of use only without problems. */
export interface DistrictRow {
  readonly sheetRow: number;
  readonly idCardNumber: IdCardNumber | null;
  readonly name: string;
  readonly employerName: string;
  /** `YYYY-MM-DD`; null where the row names no day. */
  readonly startedOn: string | null;
  readonly problems: readonly Finding[];
}

const LONGEST_NAME = 60;
const LONGEST_EMPLOYER = 100;

/** Reads one row of the list; nothing is guessed, and each problem says how it is mended. */
export function readDistrictRow(
  row: SheetRow,
  columns: ColumnMap<DistrictListField>,
  context: IdCheckContext,
): DistrictRow {
  const { sheetRow } = row;
  const text = (key: DistrictListField) => tidyBlanks(row.texts[columns.at[key]] ?? "");
  const at = columns.at.idCardNumber;
  const id = checkIdCardNumber(row.texts[at] ?? "", row.kinds[at] ?? "blank", context);
  const problems = idFindings(id, sheetRow, columns.header.idCardNumber).filter(
    ({ severity }) => severity === "refused",
  );
  const add = (key: DistrictListField, kind: string, message: string) => {
    problems.push({ sheetRow, column: columns.header[key], kind, severity: "refused", message });
  };
  const name = plainName(text("name"));
  if (name === "") add("name", "name-missing", "姓名为空。请对照身份证补上姓名。");
  if (name.length > LONGEST_NAME) {
    add("name", "name-too-long", `姓名超过 ${LONGEST_NAME} 个字。请只填本人姓名。`);
  }
  const employerName = withNumbersMasked(text("employer"));
  if (employerName.length > LONGEST_EMPLOYER) {
    add("employer", "employer-too-long", `企业名称超过 ${LONGEST_EMPLOYER} 个字。请只填企业全称。`);
  }
  const written = text("startedOn");
  const startedOn = written === "" ? null : parseWrittenDate(written);
  if (written !== "" && startedOn === null) {
    add("startedOn", "day-unreadable", "认不出这个日期。请写成 2020-05-06 的样子，或留空。");
  }
  return { sheetRow, idCardNumber: id.value, name, employerName, startedOn, problems };
}

/** The second and every further row of one number: which of them is meant, only the district knows. */
export function repeatedNumbers(rows: readonly DistrictRow[], column: string): readonly Finding[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ idCardNumber, sheetRow }) => {
    if (idCardNumber === null) return [];
    const earlier = first.get(idCardNumber);
    if (earlier === undefined) {
      first.set(idCardNumber, sheetRow);
      return [];
    }
    const message = `与第 ${earlier} 行是同一个身份证号。请核对后只留一行。`;
    return [{ sheetRow, column, kind: "duplicate", severity: "refused" as const, message }];
  });
}
