import { parsePovertyStatus } from "../people/poverty-status";
import type { PovertyStatus } from "../people/poverty-status";
import type { CalendarDate } from "../shared/calendar-date";
import { looksLikeFormula, tidyBlanks } from "../shared/cell-text";
import { parseWrittenDate, parseWrittenPeriod } from "../shared/written-date";
import type { TrainingField } from "./layouts/training";
import { otherCountyIn } from "./other-county";
import type { PersonField } from "./person-row";
import type { RowReading } from "./row-reading";
import { columnLetters } from "./table-problems";
import type { RowContext } from "./training-row";
import { parseYesNo } from "./yes-no";

/** Texts longer than this fit no form. */
const LONGEST_TEXT = 500;

/** Whether the person is declared registered; who is declared not to be is refused. */
export function readRegistered(reading: RowReading<TrainingField>): boolean | null {
  const text = reading.text("declaredRegistered");
  const declared = parseYesNo(text);
  if (declared === false) {
    const message =
      "填的是非建档立卡户，不能作为补助对象列入本名册。确属建档立卡户的请改为“是”，否则请移出本行。";
    reading.add("declaredRegistered", "not-registered", "refused", message);
  } else if (declared === null && text.trim() !== "") {
    const message = "应填“是”或“否”。请改正，以建档立卡数据查验结果为准。";
    reading.add("declaredRegistered", "registered-unreadable", "warning", message);
  }
  return declared;
}

/** The declared category; only the registry proves it. */
export function readStatus(reading: RowReading<TrainingField>): PovertyStatus | null {
  const text = reading.text("declaredStatus");
  if (text === "") return null;
  const status = parsePovertyStatus(text);
  if (status === null && text.trim() !== "") {
    const message =
      "认不出这个脱贫状态。请改为：未脱贫、已脱贫、脱贫不稳定户、边缘易致贫户或突发严重困难户。";
    reading.add("declaredStatus", "status-unreadable", "warning", message);
  }
  return status;
}

export interface RowPeriod {
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
}

/** First and last day of class as the row states them, in one column or in two. */
export function readPeriod(reading: RowReading<TrainingField>): RowPeriod {
  const text = reading.text("period");
  const written = text === "" ? null : parseWrittenPeriod(text);
  if (written === null && text.trim() !== "") {
    const message =
      "认不出培训起止时间，或者结束早于开始。请写成“2020年6月1日至2020年6月15日”的样子。";
    reading.add("period", "period-unreadable", "warning", message);
  }
  if (reading.columns.at.startsOn < 0 && reading.columns.at.endsOn < 0) {
    return { startsOn: written?.startsOn ?? null, endsOn: written?.endsOn ?? null };
  }
  return {
    startsOn: readDay(reading, "startsOn") ?? written?.startsOn ?? null,
    endsOn: readDay(reading, "endsOn") ?? written?.endsOn ?? null,
  };
}

/** The address; one that names another county is pointed out. */
export function readAddress(reading: RowReading<TrainingField>, { county }: RowContext): string {
  const address = tidied(reading.text("address"));
  const other = county === null ? null : otherCountyIn(address, county);
  if (county !== null && other !== null) {
    const message = `住址在${other}，不在${county.name}。请核对是否应由${other}上报。`;
    reading.add("address", "other-county-person", "warning", message);
  }
  return address;
}

/** Free text with its blanks tidied. */
export function tidied(text: string): string {
  return /\s|[\u00ad\u200b-\u200f\u2060\ufeff\u3164]/.test(text) ? tidyBlanks(text) : text;
}

/** Formula-like and overlong text in any other cell: it stays text, and is pointed out. */
export function checkTexts(reading: RowReading<PersonField>): void {
  const { row, columns, findings } = reading;
  const { sheetRow, texts } = row;
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? "";
    if (text === "" || row.kinds[at] !== "text") continue;
    if (at === columns.at.name || at === columns.at.idCardNumber || at === columns.at.phone)
      continue;
    const column = columns.headerAt[at] ?? `${columnLetters(at)} 列`;
    if (looksLikeFormula(text)) {
      const message = "是公式样的文字，已按普通文字保留，不会执行。请核对后改为正常内容。";
      findings.push({ sheetRow, column, kind: "formula-text", severity: "warning", message });
    }
    if (text.length > LONGEST_TEXT) {
      const message = `文字有 ${text.length} 个字，超过 ${LONGEST_TEXT} 个字。请删减。`;
      findings.push({ sheetRow, column, kind: "text-too-long", severity: "refused", message });
    }
  }
}

function readDay(
  reading: RowReading<TrainingField>,
  key: "startsOn" | "endsOn",
): CalendarDate | null {
  const text = reading.text(key);
  if (text.trim() === "") return null;
  const written = parseWrittenDate(text);
  if (written === null) {
    reading.add(key, "period-unreadable", "warning", "认不出这个日期。请写成“2020-06-01”的样子。");
  }
  return written;
}
