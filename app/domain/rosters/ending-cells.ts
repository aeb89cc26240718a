import { END_REASON_LABELS, END_REASONS, type EndReason } from "../placements/ending";
import type { CalendarDate } from "../shared/calendar-date";
import { withoutBlanks } from "../shared/cell-text";
import { parseWrittenDate } from "../shared/written-date";
import type { PlacementField } from "./layouts/placement";
import type { RowReading } from "./row-reading";

type Reading = RowReading<PlacementField>;

export interface WrittenEnding {
  readonly endedOn: CalendarDate | null;
  /** Null where the row tells of no ending. */
  readonly endReason: EndReason | null;
}

export interface WrittenTerm {
  readonly contractFrom: CalendarDate | null;
  readonly contractTo: CalendarDate | null;
}

/** The last day worked and why. A row that tells of an ending and not rightly when is refused: it would stand as in work. */
export function readEnding(
  reading: Reading,
  { startedOn, today }: { readonly startedOn: CalendarDate | null; readonly today: CalendarDate },
): WrittenEnding {
  const none = { endedOn: null, endReason: null };
  const [written, reason] = [reading.text("endedOn").trim(), reading.text("endReason").trim()];
  if (written === "" && reason === "") return none;
  const endedOn = parseWrittenDate(written);
  if (endedOn === null) {
    const cause = written === "" ? "填了离岗原因，没有离岗时间" : "认不出这个离岗时间";
    const message = `${cause}。请填写最后一个工作日，如“2020-08-31”；仍在岗的两栏都留空。`;
    reading.add("endedOn", "end-unreadable", "refused", message);
    return none;
  }
  if (startedOn !== null && endedOn < startedOn) {
    const message = `离岗时间 ${endedOn} 早于上岗时间 ${startedOn}。请核对两个日期。`;
    reading.add("endedOn", "end-before-start", "refused", message);
  } else if (endedOn > today) {
    const message = `离岗时间 ${endedOn} 还没有到（今天 ${today}）。请核对日期，离岗以后再登记。`;
    reading.add("endedOn", "end-in-future", "refused", message);
  }
  return { endedOn, endReason: readReason(reading) };
}

function readReason(reading: Reading): EndReason {
  const text = withoutBlanks(reading.text("endReason"));
  const known = END_REASONS.find((one) => END_REASON_LABELS[one] === text);
  if (known !== undefined) return known;
  const choices = Object.values(END_REASON_LABELS).join("、");
  const cause = text === "" ? "离岗原因为空" : "认不出这个离岗原因";
  const message = `${cause}，先按“${END_REASON_LABELS.OTHER}”登记。请填${choices}。`;
  reading.add("endReason", "end-reason-unreadable", "warning", message);
  return "OTHER";
}

/** The days for which the contract was signed; two that contradict each other are both left out, with a warning. */
export function readTerm(reading: Reading): WrittenTerm {
  const contractFrom = readDay(reading, "contractFrom");
  const contractTo = readDay(reading, "contractTo");
  if (contractFrom === null || contractTo === null || contractFrom <= contractTo) {
    return { contractFrom, contractTo };
  }
  const message = `合同止 ${contractTo} 早于合同起 ${contractFrom}，本行先不记合同日期。请核对。`;
  reading.add("contractTo", "contract-days-reversed", "warning", message);
  return { contractFrom: null, contractTo: null };
}

function readDay(reading: Reading, key: "contractFrom" | "contractTo"): CalendarDate | null {
  const text = reading.text(key).trim();
  const day = parseWrittenDate(text);
  if (day === null && text !== "") {
    const message = "认不出这个日期，本行先不记。请写成“2020-05-06”的样子。";
    reading.add(key, "contract-day-unreadable", "warning", message);
  }
  return day;
}
