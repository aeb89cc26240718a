import { tidyBlanks } from "../shared/cell-text";
import type { CalendarDate } from "../shared/calendar-date";
import { parseWrittenDate, parseWrittenPeriod } from "../shared/written-date";
import type { Period } from "../shared/written-date";
import type { SheetRow } from "./sheet";

/** What the lines above the header say about the class; each is null when not stated. */
export interface RosterTitle {
  /** The heading itself, e.g. 南华县2020年沪滇劳务协作贫困劳动力技能培训花名册. */
  readonly heading: string | null;
  readonly className: string | null;
  readonly period: Period | null;
  readonly place: string | null;
  readonly provider: string | null;
  /** The last day that a ledger speaks for (统计截止). */
  readonly cutOffOn: CalendarDate | null;
  /** What the people of the list are paid from (资金来源). */
  readonly fundSource: string | null;
}

const LABELS = {
  className: ["培训班名称", "培训班次", "班级名称", "班次名称", "培训班", "班次", "班级"],
  period: ["培训起止时间", "培训时间", "培训日期", "培训期限", "起止时间", "开班时间", "开班日期"],
  place: ["培训地点", "办班地点", "授课地点"],
  provider: ["培训机构", "承训机构", "承办单位", "培训学校", "办班单位"],
  cutOff: ["统计截止日期", "统计截止时间", "统计截止", "截止日期", "截止时间"],
  fundSource: ["资金来源", "经费来源", "资金渠道"],
  other: ["填报单位", "填报时间", "填报日期", "填报人", "联系人", "联系电话", "培训人数"],
} as const;

const EVERY_LABEL = Object.values(LABELS)
  .flat()
  .sort((a, b) => b.length - a.length)
  .join("|");
const LABELLED = new RegExp(
  `(${EVERY_LABEL})\\s*(?:[(（][^)）]*[)）])?\\s*[:：]\\s*(.*?)(?=\\s*(?:${EVERY_LABEL})\\s*(?:[(（][^)）]*[)）])?\\s*[:：]|\\s{2,}|$)`,
  "g",
);

/** Reads the rows above the header row. */
export function readTitle(rows: readonly SheetRow[]): RosterTitle {
  const texts = rows.flatMap((row) => row.texts).filter((text) => text.trim() !== "");
  const stated = new Map<string, string>();
  for (const text of texts) {
    for (const [, label = "", value = ""] of text.matchAll(LABELLED)) {
      if (value.trim() !== "" && !stated.has(label)) stated.set(label, tidyBlanks(value));
    }
  }
  const find = (labels: readonly string[]): string | null => {
    const label = labels.find((candidate) => stated.has(candidate));
    return label === undefined ? null : (stated.get(label) ?? null);
  };
  const period = find(LABELS.period);
  const cutOff = find(LABELS.cutOff);
  const heading = texts.find((text) => !/[:：]/.test(text));
  return {
    heading: heading === undefined ? null : tidyBlanks(heading),
    className: find(LABELS.className),
    period: period === null ? null : parseWrittenPeriod(period),
    place: find(LABELS.place),
    provider: find(LABELS.provider),
    cutOffOn: cutOff === null ? null : parseWrittenDate(cutOff),
    fundSource: find(LABELS.fundSource),
  };
}
