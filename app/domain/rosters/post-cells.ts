import { withNumbersMasked } from "../people/typed-number";
import { judgeTerm, TERM_MONTHS } from "../posts/term";
import type { CalendarDate } from "../shared/calendar-date";
import { looksLikeFormula } from "../shared/cell-text";
import { fen, parseYuan, yuanText, type Fen } from "../shared/fen";
import { parseWrittenDate } from "../shared/written-date";
import { tidied } from "./declared-cells";
import type { PostReading } from "./post-row";

/** Yuan a month outside of which a subsidy is asked about; more than the last is none at all. */
const LOW_RATE = 200;
const HIGH_RATE = 5_000;
const NO_RATE = 100_000;
const LONGEST_TITLE = 50;

/** What the post is called; the line is refused without it. */
export function readTitle(reading: PostReading): string {
  const title = withNumbersMasked(tidied(reading.text("title")));
  if (title === "" || looksLikeFormula(title)) {
    reading.add("title", "title-missing", "refused", "岗位名称为空。请填写，如“护林员”。");
    return "";
  }
  if (title.length > LONGEST_TITLE) {
    const message = `岗位名称有 ${title.length} 个字，超过 ${LONGEST_TITLE} 个字。请写简称，说明写在备注里。`;
    reading.add("title", "title-too-long", "refused", message);
  }
  return title;
}

/** The monthly rate in fen; the line is refused without one above zero. */
export function readRate(reading: PostReading): Fen | null {
  const text = reading.text("monthlyRate").trim();
  const rate = parseYuan(text.replace(/\s*[/每]?月$/, ""));
  const cure = "请填写每月多少元，如“800”。";
  if (text === "" || rate === null || rate > NO_RATE * 100) {
    const cause = text === "" ? "月补贴标准为空" : "认不出这个补贴标准";
    reading.add("monthlyRate", "rate-missing", "refused", `${cause}。${cure}`);
    return null;
  }
  if (rate === 0) {
    const message = `月补贴标准是 0，没有补贴的不是公共服务岗位。${cure}`;
    reading.add("monthlyRate", "rate-zero", "refused", message);
    return null;
  }
  if (rate < LOW_RATE * 100 || rate > HIGH_RATE * 100) {
    const message = `月补贴标准 ${yuanText(fen(rate))}${rate < LOW_RATE * 100 ? "过低" : "过高"}。请核对是不是按天、按季或按聘期填写的。`;
    reading.add("monthlyRate", "rate-implausible", "warning", message);
  }
  return rate;
}

/** The first day in the post; one that has not come is no fact yet and goes the way of 公示 and 确认. */
export function readStart(reading: PostReading, today: CalendarDate): CalendarDate | null {
  const startsOn = readDay(reading, "startsOn", "聘用开始");
  if (startsOn !== null && startsOn > today) {
    const message = `聘用开始 ${startsOn} 还没有到（今天 ${today}）。名册只收已经上岗的人；拟聘人员请在系统里登记、公示、确认。`;
    reading.add("startsOn", "start-in-future", "refused", message);
  }
  return startsOn;
}

/** The last day agreed; the line is refused without one. */
export function readEnd(reading: PostReading): CalendarDate | null {
  return readDay(reading, "endsOn", "聘用结束");
}

/** The last day in the post where he left early; null where the cell is blank, or wrong and said so. */
export function readLeaving(
  reading: PostReading,
  { startsOn, endsOn }: { startsOn: CalendarDate | null; endsOn: CalendarDate | null },
  today: CalendarDate,
): CalendarDate | null {
  const text = reading.text("leftOn").trim();
  if (text === "") return null;
  const leftOn = parseWrittenDate(text);
  const isInside =
    leftOn !== null &&
    leftOn <= today &&
    (startsOn === null || leftOn >= startsOn) &&
    (endsOn === null || leftOn <= endsOn);
  if (isInside) return leftOn;
  const message =
    leftOn === null
      ? "认不出这个日期。请填写最后在岗的一天，如“2020-07-15”；没有提前退岗的空着。"
      : `退岗日期 ${leftOn} 不在聘用期内，或者还没有到。请填写最后在岗的一天；没有提前退岗的空着。`;
  reading.add("leftOn", "leaving-wrong", "refused", message);
  return null;
}

/** Refuses a term too long, and a short one that gives no reason. */
export function checkTerm(
  reading: PostReading,
  { startsOn, endsOn }: { startsOn: CalendarDate; endsOn: CalendarDate },
  shortReason: string,
): void {
  const verdict = judgeTerm(startsOn, endsOn);
  switch (verdict.kind) {
    case "fits":
      return;
    case "backwards": {
      const message = `聘用结束 ${endsOn} 早于聘用开始 ${startsOn}。请核对这两个日期。`;
      reading.add("endsOn", "term-backwards", "refused", message);
      return;
    }
    case "tooLong": {
      const message = `聘用期超过 ${TERM_MONTHS.most} 个月（${TERM_MONTHS.citation}）：${startsOn} 上岗的，最晚到 ${verdict.latest}。请改正聘用结束；到期后确需再聘的另起一行。`;
      reading.add("endsOn", "term-too-long", "refused", message);
      return;
    }
    case "short": {
      const fact = `聘用期满 ${verdict.months} 个整月，不足 ${TERM_MONTHS.least} 个月（${TERM_MONTHS.citation}）；满 ${TERM_MONTHS.least} 个月须到 ${verdict.enough}`;
      if (shortReason === "") return askForReason(reading, fact);
      reading.add("endsOn", "term-short", "warning", `${fact}。原因：${shortReason}`);
    }
  }
}

/** Two findings, so that both boxes stand in the correction grid: the last day, or the reason. */
function askForReason(reading: PostReading, fact: string): void {
  const { at } = reading.columns;
  reading.add("endsOn", "term-short", "refused", `${fact}。日期填错的请改正；没有错的须写明原因。`);
  const field = at.shortReason >= 0 ? "shortReason" : "note";
  const cure =
    at[field] >= 0
      ? "请在这一栏写明聘用期不足 3 个月的原因。"
      : "文件没有“任期不足3个月的原因”和“备注”栏，请加上一栏写明原因，重新上传。";
  reading.add(field, "short-reason-missing", "refused", cure);
}

function readDay(
  reading: PostReading,
  key: "startsOn" | "endsOn",
  called: string,
): CalendarDate | null {
  const text = reading.text(key);
  const on = parseWrittenDate(text);
  if (on !== null) return on;
  const cause = text.trim() === "" ? `${called}为空` : "认不出这个日期";
  reading.add(key, "term-unreadable", "refused", `${cause}。请填写日期，如“2020-04-01”。`);
  return null;
}
