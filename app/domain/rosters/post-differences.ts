import { withNumbersMasked } from "../people/typed-number";
import type { AppointmentState } from "../posts/post";
import type { CalendarDate } from "../shared/calendar-date";
import { fen, yuanText } from "../shared/fen";
import { tidied } from "./declared-cells";
import type { Finding } from "./finding";
import type { PostHeaders } from "./post-findings";
import type { CheckedPost } from "./post-row";
import { monthText } from "./receipt-cells";
import type { Difference } from "./roster-import";

/** An appointment as it stands. */
export interface KnownPost {
  readonly id: string;
  readonly state: AppointmentState;
  readonly township: string;
  readonly village: string;
  readonly title: string;
  readonly employer: string;
  readonly fundSource: string;
  readonly monthlyRateFen: number;
  readonly endsOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  readonly shortReason: string;
  /** Months (YYYY-MM) that a file called signed or that were signed for here, in order. */
  readonly receipts: readonly string[];
  /** Of the wages handed in for it: the first day of the last month and the highest rate; null when none were. */
  readonly paidMonth: CalendarDate | null;
  readonly paidRateFen: number | null;
  readonly quotaId: string | null;
  readonly quotaRateFen: number | null;
  readonly note: string;
}

/** The fields in which a file differs from the appointment on record. A blank cell differs from nothing. */
export function postDifferences({ fields, note }: CheckedPost, known: KnownPost): Difference[] {
  const found: Difference[] = [];
  const add = (field: string, label: string, was: string, now: string) => {
    if (now !== "" && now !== was) found.push({ field, label, known: was || "（空）", given: now });
  };
  const rate = fields.monthlyRateFen;
  add("township", "乡镇", asRead(known.township), fields.township);
  add("village", "村", asRead(known.village), fields.village);
  add("title", "岗位名称", asRead(known.title), fields.title);
  add("employer", "用人单位", asRead(known.employer), fields.employer);
  add("fundSource", "资金来源", asRead(known.fundSource), fields.fundSource);
  add("endsOn", "聘用结束", known.endsOn, fields.endsOn ?? "");
  add("leftOn", "提前退岗日期", known.leftOn ?? "", fields.leftOn ?? "");
  add(
    "monthlyRate",
    "月补贴标准",
    yuanText(fen(known.monthlyRateFen)),
    rate === null ? "" : yuanText(rate),
  );
  add("shortReason", "任期不足3个月的原因", asRead(known.shortReason), fields.shortReason);
  const more = fields.statedReceipts.filter((month) => !known.receipts.includes(month));
  if (more.length > 0) {
    const given = [...known.receipts, ...more].sort();
    add("receipts", "签收月份", monthsText(known.receipts), monthsText(given));
  }
  add("note", "备注", asRead(known.note), note);
  return found;
}

/**
 * What the file may not change whoever decides: wages that were handed in stay inside the post and its rate, and a
 * recorded leaving inside its term. One that is only proposed is pointed out: a file does not confirm it.
 */
export function standingFindings(
  { sheetRow, fields }: CheckedPost,
  known: KnownPost,
  headers: PostHeaders,
): Finding[] {
  const found: Finding[] = [];
  const add = (column: string, kind: string, severity: Finding["severity"], message: string) =>
    found.push({ sheetRow, column, kind, severity, message });
  const { endsOn, monthlyRateFen, startsOn } = fields;
  const leftOn = fields.leftOn ?? known.leftOn;
  if (known.state === "proposed") {
    const message = `此人 ${startsOn ?? ""} 起的聘用在系统里还是拟聘。导入不改变状态，请办理公示和确认。`;
    add(headers.startsOn, "still-proposed", "warning", message);
  }
  if (endsOn !== null && leftOn !== null && leftOn > endsOn) {
    const message = `已登记 ${leftOn} 退岗，晚于本行的聘用结束 ${endsOn}。请核对日期，或先撤销退岗登记。`;
    add(headers.endsOn, "leaving-after-end", "refused", message);
  }
  const lastOn = leftOn ?? endsOn;
  if (known.paidMonth !== null && lastOn !== null && lastOn < known.paidMonth) {
    const message = `${monthText(known.paidMonth)}的工资已经报审，任期不能在这以前结束。请核对日期；工资有错的先退回工资表。`;
    add(headers.endsOn, "paid-after-end", "refused", message);
  }
  if (known.paidRateFen !== null && monthlyRateFen !== null && monthlyRateFen < known.paidRateFen) {
    const message = `已按每月 ${yuanText(fen(known.paidRateFen))}报审工资，标准不能改低。请核对；多发的用工资更正扣回。`;
    add(headers.monthlyRate, "paid-above-rate", "refused", message);
  }
  if (
    known.quotaRateFen !== null &&
    monthlyRateFen !== null &&
    monthlyRateFen > known.quotaRateFen
  ) {
    const message = `所挂岗位指标的标准是每月 ${yuanText(fen(known.quotaRateFen))}，本行高于指标。请核对补贴标准，或先修改岗位指标。`;
    add(headers.monthlyRate, "rate-above-quota", "refused", message);
  }
  return found;
}

function monthsText(months: readonly string[]): string {
  return months.map(monthText).join("、");
}

/** Free text as a file would bring it: typed by hand it may have line breaks. */
function asRead(text: string): string {
  return withNumbersMasked(tidied(text));
}
