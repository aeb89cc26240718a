import type { CalendarDate } from "../../shared/calendar-date";
import { day } from "../../shared/calendar-date";
import type { Citation, Effective } from "../rule";

/** The year of the first money: its documents, though issued in March to July, govern all of it. */
export const FIRST_MONEY: CalendarDate = day("2020-01-01");

/** A rule of ours where no document says it; `summary` says why it is asked. */
export const own = (summary: string): Citation => ({
  document: "本系统定义",
  issuer: "本系统",
  issuedOn: null,
  clause: "",
  summary,
  area: null,
});

/**
 * From the day its document was issued until revoked. The documents of 2020 divide the money of the whole year and bind
 * all that it is spent on, also for what happened before they were written; rules of our own hold as long.
 */
export const since = ({ issuedOn }: Citation): Effective => ({
  from: issuedOn === null || issuedOn.startsWith("2020-") ? FIRST_MONEY : issuedOn,
  to: null,
});

/** Of the claim itself, the money, the account and the pot: asked whatever the day of the event. */
export const ALWAYS: Effective = { from: null, to: null };
