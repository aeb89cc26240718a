import { LOWEST_AGE, underAge } from "../people/working-age";
import type { CalendarDate } from "../shared/calendar-date";
import { checkIdCardNumber } from "../shared/id-card-check";
import { birthOn, sexOf } from "../shared/id-card-number";
import type { IdCardNumber } from "../shared/id-card-number";
import { checkName } from "../shared/person-name";
import { checkPhone } from "../shared/phone-number";
import { parseSex, SEX_LABELS } from "../shared/sex";
import type { Sex } from "../shared/sex";
import { nameFindings, phoneFindings } from "./contact-findings";
import { idFindings } from "./id-findings";
import type { PersonContext, PersonField } from "./person-row";
import type { RowReading } from "./row-reading";

/** The name, or null with the reason among the findings. */
export function readName(reading: RowReading<PersonField>): string | null {
  const check = checkName(reading.text("name"));
  if (check.value !== null && check.repairs.length === 0) return check.value;
  reading.findings.push(...nameFindings(check, reading.row.sheetRow, reading.columns.header.name));
  return check.value;
}

/** The ID number, or null with the one reason among the findings. */
export function readIdCardNumber(
  reading: RowReading<PersonField>,
  context: PersonContext,
): IdCardNumber | null {
  const check = checkIdCardNumber(
    reading.text("idCardNumber"),
    reading.kind("idCardNumber"),
    context,
  );
  if (check.value !== null && check.repairs.length === 0 && check.regionKnown) return check.value;
  reading.findings.push(
    ...idFindings(check, reading.row.sheetRow, reading.columns.header.idCardNumber),
  );
  return check.value;
}

/** The telephone number, or null with the reason among the findings. */
export function readPhone(reading: RowReading<PersonField>): string | null {
  const check = checkPhone(reading.text("phone"), reading.kind("phone"));
  if (check.value !== null && !check.repaired) return check.value;
  reading.findings.push(
    ...phoneFindings(check, reading.row.sheetRow, reading.columns.header.phone),
  );
  return check.value;
}

/** The declared sex; where the cell is blank, the one that the ID number states. */
export function readSex(reading: RowReading<PersonField>, id: IdCardNumber | null): Sex | null {
  const text = reading.text("sex");
  const declared = parseSex(text);
  const stated = id === null ? null : sexOf(id);
  if (declared === null) {
    if (text.trim() !== "") {
      reading.add("sex", "sex-unreadable", "warning", "性别应填“男”或“女”。请对照身份证改正。");
    }
    return stated;
  }
  if (stated !== null && stated !== declared) {
    const message = `填的是“${SEX_LABELS[declared]}”，身份证号表示的是“${SEX_LABELS[stated]}”。请对照身份证核对，改正填错的一项。`;
    reading.add("sex", "sex-contradicts-id", "warning", message);
  }
  return declared;
}

/** The first day of class or work, null when none is known, and what the file calls it. */
interface FirstDay {
  readonly startsOn: CalendarDate | null;
  readonly today: CalendarDate;
  /** e.g. 开班首日. */
  readonly firstDay: string;
  /** e.g. 培训日期. */
  readonly dates: string;
}

/** Refuses who is under age on the first day, or today when no first day is known. */
export function checkAge(
  reading: RowReading<PersonField>,
  id: IdCardNumber,
  { startsOn, today, firstDay, dates }: FirstDay,
): void {
  const asOf = startsOn ?? today;
  const stated = underAge(birthOn(id), asOf);
  if (stated === null) return;
  const when = startsOn === null ? `到今天（${asOf}）` : `${firstDay}（${asOf}）`;
  const message = `按身份证号，${when}${stated}，须年满 ${LOWEST_AGE} 周岁。请核对身份证号和${dates}；未满的不能列入名册。`;
  reading.add("idCardNumber", "under-age", "refused", message);
}
