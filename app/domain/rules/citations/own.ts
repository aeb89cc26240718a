import type { CalendarDate } from "../../shared/calendar-date";
import { day } from "../../shared/calendar-date";
import type { Citation, Rule } from "../rule";

/** The year of the first money these rules are asked about. */
const OWN_SINCE: CalendarDate = day("2020-01-01");

/** A rule of ours where no document says it; `summary` says why it is asked. */
export const own = (summary: string): Citation => ({
  document: "本系统定义",
  issuer: "本系统",
  issuedOn: null,
  clause: "",
  summary,
});

/** From the day its document was issued until revoked. */
export const since = ({ issuedOn }: Citation): Rule["effective"] => ({
  from: issuedOn ?? OWN_SINCE,
  to: null,
});
