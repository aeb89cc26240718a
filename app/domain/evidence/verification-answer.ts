import { POVERTY_STATUS_LABELS, POVERTY_STATUSES } from "~/domain/people/poverty-status";
import { standingOf, type AnswerStanding, type RegistryAnswer } from "./verification-event";

/** Where an answer stands, or that nobody asked. */
export type LineStanding = AnswerStanding | "missing";

export const LINE_STANDING_LABELS: Readonly<Record<LineStanding, string>> = {
  valid: "有效",
  validAfterwards: "事后查验有效",
  notFound: "查无此人",
  missing: "未查验",
  otherDay: "非当日",
  tooOld: "数据过旧",
};

export const LINE_STANDINGS = Object.keys(LINE_STANDING_LABELS) as readonly LineStanding[];

/** Whether the line has proved its status for the event. */
export function isProved(standing: LineStanding): boolean {
  return standing === "valid" || standing === "validAfterwards";
}

/** The standing of an answer that may not be there; arguments as of `standingOf`. */
export function lineStanding(
  answer: RegistryAnswer | null,
  eventOn: string,
  maxAgeDays: number | null,
): LineStanding {
  return answer === null ? "missing" : standingOf(answer, eventOn, maxAgeDays);
}

/** The day (`YYYY-MM-DD`) of either event of a class; until it is completed, its planned last day. */
export function eventDays(one: {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly completedOn: string | null;
}): { readonly opening: string; readonly completion: string } {
  return { opening: one.startsOn, completion: one.completedOn ?? one.endsOn };
}

/** A stored category in words; empty: registered, but under no category that is known. */
export function categoryLabel(category: string | null): string {
  if (category === null) return "查无此人";
  const status = POVERTY_STATUSES.find((one) => one === category);
  return status === undefined ? "建档立卡（未注明类别）" : POVERTY_STATUS_LABELS[status];
}
