import type { RosterLayout } from "./layouts/layout";
import type { TrainingField } from "./layouts/training";

/** The class as the head of a roster states it. */
export interface RosterHead {
  /** Class and term, e.g. 家政服务员（第3期）. */
  readonly label: string;
  readonly countyName: string;
  /** Days, `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string;
  readonly providerName: string;
}

/** One trainee as exports and paper forms write him; empty where nothing is known. */
export interface RosterLineTexts {
  readonly name: string;
  readonly sex: string;
  readonly ethnicity: string;
  readonly idCardNumber: string;
  readonly address: string;
  readonly phone: string;
  readonly declaredRegistered: boolean | null;
  readonly declaredStatus: string;
  readonly trade: string;
  readonly note: string;
}

/** The columns of a layout that files carry, in order. */
export function writtenFields<Key extends string>(layout: RosterLayout<Key>) {
  return layout.fields.filter(({ inTemplate }) => inTemplate);
}

/** 牟定县2020年沪滇劳务协作贫困劳动力技能培训花名册 */
export function rosterHeading(head: RosterHead, layout: RosterLayout): string {
  return `${head.countyName}${head.startsOn.slice(0, 4)}年${layout.title}`;
}

/** The line under the heading; the importer reads the labels back. */
export function classLine(head: RosterHead): string {
  return [
    `培训班名称：${head.label}`,
    `培训起止时间：${writtenPeriod(head)}`,
    ...(head.place === "" ? [] : [`培训地点：${head.place}`]),
    ...(head.providerName === "" ? [] : [`培训机构：${head.providerName}`]),
  ].join("    ");
}

/** What the cells of a line hold, column by column. */
export function lineTexts(
  head: RosterHead,
  line: RosterLineTexts,
  number: number,
): Readonly<Record<TrainingField, string>> {
  return {
    sequence: String(number),
    name: line.name,
    sex: line.sex,
    ethnicity: line.ethnicity,
    idCardNumber: line.idCardNumber,
    address: line.address,
    phone: line.phone,
    declaredRegistered: yesNo(line.declaredRegistered),
    declaredStatus: line.declaredStatus,
    trade: line.trade,
    period: writtenPeriod(head),
    startsOn: head.startsOn,
    endsOn: head.endsOn,
    signature: "",
    note: line.note,
  };
}

/** 2020年6月1日至2020年6月15日 */
export function writtenPeriod({ startsOn, endsOn }: Pick<RosterHead, "startsOn" | "endsOn">) {
  return `${writtenDay(startsOn)}至${writtenDay(endsOn)}`;
}

function writtenDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
}

function yesNo(value: boolean | null): string {
  if (value === null) return "";
  return value ? "是" : "否";
}
