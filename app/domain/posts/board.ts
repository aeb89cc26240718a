import { daysBetween, type CalendarDate } from "../shared/calendar-date";
import { lastDayOf, type AppointmentState } from "./post";

/** Which posts the board shows. `unsigned`: a month is over without a receipt; `stated`: only a file calls one signed. `found`: a job on the same days, or a chain beyond six months. */
export type BoardState =
  "all" | "serving" | "in30" | "in7" | "ended" | "proposed" | "unsigned" | "stated" | "found";

/** Days before the end of a term at which the county is warned: to find the next holder, and to say goodbye. */
export const EXPIRY_DAYS = { ahead: 30, close: 7 } as const;

export const BOARD_STATE_LABELS: Readonly<Record<BoardState, string>> = {
  all: "全部",
  serving: "在岗",
  in30: `${EXPIRY_DAYS.ahead} 天内到期`,
  in7: `${EXPIRY_DAYS.close} 天内到期`,
  ended: "已结束",
  proposed: "拟聘",
  unsigned: "待签收",
  stated: "按名册已签，系统无凭证",
  found: "有冲突",
};

export const BOARD_STATES = Object.keys(BOARD_STATE_LABELS) as readonly BoardState[];

/** Whether a state is about this day, and not about a year: what is owed is owed of whatever year. */
export function isOfToday(state: BoardState): boolean {
  return state !== "all" && state !== "ended";
}

/** 2020 年已结束; a state that is about this day names no year. */
export function boardStateName({ state, year }: Pick<BoardFilter, "state" | "year">): string {
  const label = BOARD_STATE_LABELS[state];
  return isOfToday(state) ? label : `${year} 年${label}`;
}

/** In place of a township or village: those of which none is written. */
export const UNWRITTEN = "-";

/** What the board is narrowed down to; empty texts and nulls narrow nothing. */
export interface BoardFilter {
  /** Six digits. */
  readonly county: string;
  readonly township: string;
  readonly village: string;
  /** 岗位名称, as it is written. */
  readonly title: string;
  /** Beginning of a name, or of its pinyin initials in Latin letters. */
  readonly text: string;
  readonly state: BoardState;
  /** Posts with a day in it. */
  readonly year: number;
  /** Ids of what the post hangs on or came from. */
  readonly quota: string | null;
  readonly import: string | null;
}

/** A post by its days. */
export interface BoardPost {
  readonly state: AppointmentState;
  readonly startsOn: CalendarDate;
  /** The last day agreed. */
  readonly endsOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
}

/** Where a post stands on a day, and how many days it has left, that day not counted. */
export type BoardStanding =
  | { readonly kind: "proposed" }
  | { readonly kind: "later"; readonly days: number }
  | { readonly kind: "serving"; readonly days: number; readonly expires: "close" | "ahead" | null }
  | { readonly kind: "ended"; readonly early: boolean };

/** A term ends within 30 days when its last day is today or up to the thirtieth day from now. */
export function boardStanding(post: BoardPost, today: CalendarDate): BoardStanding {
  if (post.state === "proposed") return { kind: "proposed" };
  const last = lastDayOf(post);
  if (last < today) return { kind: "ended", early: post.leftOn !== null };
  if (post.startsOn > today) return { kind: "later", days: daysBetween(today, post.startsOn) };
  const days = daysBetween(today, last);
  return { kind: "serving", days, expires: post.leftOn === null ? nearness(days) : null };
}

function nearness(days: number): "close" | "ahead" | null {
  if (days <= EXPIRY_DAYS.close) return "close";
  return days <= EXPIRY_DAYS.ahead ? "ahead" : null;
}
