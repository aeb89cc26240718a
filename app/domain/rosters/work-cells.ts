import { withNumbersMasked } from "../people/typed-number";
import { PLACEMENT_LIMITS, PLAUSIBLE_WAGE } from "../placements/limits";
import type { WrittenWorkplaceFinder } from "../placements/written-workplace";
import type { CalendarDate } from "../shared/calendar-date";
import { looksLikeFormula } from "../shared/cell-text";
import { CREDIT_CODE_FAULTS, faultInCreditCode, writtenCreditCode } from "../shared/credit-code";
import { parseYuan, yuanText, fen } from "../shared/fen";
import { maskLongNumbers } from "../shared/masking";
import { parseWrittenDate } from "../shared/written-date";
import { tidied } from "./declared-cells";
import type { PlacementField } from "./layouts/placement";
import type { PlacementContext } from "./placement-row";
import type { RowReading } from "./row-reading";

type Reading = RowReading<PlacementField>;

const { employerName: LONGEST_EMPLOYER, jobTitle: LONGEST_JOB } = PLACEMENT_LIMITS;
const { from: LOW_WAGE, to: HIGH_WAGE } = PLAUSIBLE_WAGE;

/** The employer's name; the line is refused without one. */
export function readEmployer(reading: Reading): string {
  const name = withNumbersMasked(tidied(reading.text("employer")));
  if (name === "" || looksLikeFormula(name)) {
    const message = "务工企业为空。请填写用工单位的全称；没有单位的写雇主姓名，如“王某家庭农场”。";
    reading.add("employer", "employer-missing", "refused", message);
    return "";
  }
  if (name.length > LONGEST_EMPLOYER) {
    const message = `单位名称有 ${name.length} 个字，超过 ${LONGEST_EMPLOYER} 个字。请写营业执照上的全称。`;
    reading.add("employer", "employer-too-long", "refused", message);
  }
  return name;
}

/** The job; the line is refused with one that no form holds. */
export function readJobTitle(reading: Reading): string {
  const title = withNumbersMasked(tidied(reading.text("jobTitle")));
  if (title.length > LONGEST_JOB) {
    const message = `岗位有 ${title.length} 个字，超过 ${LONGEST_JOB} 个字。请只写岗位名称，其余写在备注里。`;
    reading.add("jobTitle", "job-too-long", "refused", message);
  }
  return title;
}

/** The credit code; null when missing (a warning) or not sound (refused). */
export function readCreditCode(reading: Reading): string | null {
  const code = writtenCreditCode(reading.text("creditCode"));
  if (code === "" || /^[-/无]+$/.test(code)) {
    const message =
      "没有统一社会信用代码，只能按单位名称登记，同一单位写法不同会重复。请对照营业执照补上；个人雇主没有的可以不填。";
    reading.add("creditCode", "credit-code-missing", "warning", message);
    return null;
  }
  const fault = faultInCreditCode(code);
  if (fault === null) return code;
  const lost = reading.kind("creditCode") === "number" && fault === "shape";
  const cause = lost
    ? "代码被表格软件当作数字保存，后面的数字可能已经丢失"
    : CREDIT_CODE_FAULTS[fault];
  const message = `${cause}。请对照营业执照改正；确实没有代码的留空。`;
  reading.add("creditCode", `credit-code-${fault}`, "refused", message);
  return null;
}

/** The workplace's code; a line that says only the province or the prefecture goes in with a warning. */
export function readWorkplace(reading: Reading, find: WrittenWorkplaceFinder): string | null {
  const province = reading.text("workProvince");
  const place = reading.text("workPrefecture") + reading.text("workplace");
  if (province.trim() === "" && place.trim() === "") {
    const message = "务工地为空，算不出就业去向。请填写务工省份和市县，如“上海市”“嘉定区”。";
    reading.add("workplace", "workplace-missing", "refused", message);
    return null;
  }
  const code = find(province, place);
  if (code === null) {
    const message = `认不出务工地“${maskLongNumbers(tidied(`${province} ${place}`)).slice(0, 30)}”。请按现行区划写全称：省外写到区县，如“上海市”“嘉定区”；省内州外写“昆明市官渡区”。`;
    reading.add("workplace", "workplace-unknown", "refused", message);
  } else if (code.endsWith("00")) {
    const level = code.endsWith("0000") ? "省（区、市）" : "州（市）";
    const message = `务工地只写到${level}。请尽量写到县（市、区），以便核对。`;
    reading.add("workplace", "workplace-coarse", "warning", message);
  }
  return code;
}

/** The first day of work; the line is refused without one that has come. */
export function readStartedOn(
  reading: Reading,
  { cutOffOn, today }: PlacementContext,
): CalendarDate | null {
  const text = reading.text("startedOn");
  const day = parseWrittenDate(text);
  if (day === null) {
    const cause = text.trim() === "" ? "上岗时间为空" : "认不出这个日期";
    const message = `${cause}。请填写第一天上班的日期，如“2020-05-06”。`;
    reading.add("startedOn", "start-unreadable", "refused", message);
    return null;
  }
  if (cutOffOn !== null && day > cutOffOn) {
    const message = `上岗时间 ${day} 晚于本表的统计截止日 ${cutOffOn}。请核对日期，未到截止日上岗的不列入本表。`;
    reading.add("startedOn", "start-after-cut-off", "refused", message);
  } else if (day > today) {
    const message = `上岗时间 ${day} 还没有到（今天 ${today}）。请核对日期，上岗以后再登记。`;
    reading.add("startedOn", "start-in-future", "refused", message);
  }
  return day;
}

/** Monthly wage in fen; null when the cell is blank or says no number. */
export function readWage(reading: Reading): number | null {
  const text = reading.text("monthlyWage").trim();
  if (text === "") return null;
  const wage = parseYuan(text.replace(/\s*[/每]?月$/, ""));
  if (wage === null || wage > PLACEMENT_LIMITS.monthlyWage * 100) {
    const cause = /^[-－]\s*\d/.test(text) ? "工资不能小于 0" : "认不出这个工资";
    const message = `${cause}，本行先不记工资。请填写每月多少元，如“4500”。`;
    reading.add("monthlyWage", "wage-unreadable", "warning", message);
    return null;
  }
  if (wage < LOW_WAGE * 100 || wage > HIGH_WAGE * 100) {
    const message = `月工资 ${yuanText(fen(wage))}${wage < LOW_WAGE * 100 ? "过低" : "过高"}。请核对是不是按天、按年或按万元填写的。`;
    reading.add("monthlyWage", "wage-implausible", "warning", message);
  }
  return wage;
}
