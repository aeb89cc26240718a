import type { CalendarDate } from "../shared/calendar-date";
import type { Fen } from "../shared/fen";
import type { PostField } from "./layouts/post";
import type { CheckedRow, PersonContext, PersonValues } from "./person-row";
import type { RowReading } from "./row-reading";

export type PostReading = RowReading<PostField>;

/** The post of one line as read, beyond the person; null or empty where the cell says nothing usable. */
export interface PostFields {
  readonly township: string;
  readonly village: string;
  /** Empty when the line is refused for it. */
  readonly title: string;
  readonly employer: string;
  readonly fundSource: string;
  /** Null when the line is refused for it. */
  readonly monthlyRateFen: Fen | null;
  /** Null when the line is refused for it. */
  readonly startsOn: CalendarDate | null;
  /** The last day agreed; null when the line is refused for it. */
  readonly endsOn: CalendarDate | null;
  /** The last day in the post, where the file says that he left early. */
  readonly leftOn: CalendarDate | null;
  /** Why the term is shorter than three months: of its own column, else the note of a short one. */
  readonly shortReason: string;
  /** Months (YYYY-MM) that the file calls signed, in order: a statement, never a receipt. */
  readonly statedReceipts: readonly string[];
}

export interface CheckedPost extends CheckedRow<PersonValues> {
  readonly fields: PostFields;
  readonly note: string;
}

/** What a file of posts is checked against. */
export interface PostContext extends PersonContext {
  /** As the line above the header says (资金来源：…); empty when it does not. */
  readonly fundSource: string;
  /** The last day the file speaks for; null when it does not say. */
  readonly cutOffOn: CalendarDate | null;
  /** The last month (YYYY-MM) that anybody in the file signed for within his term; null when nobody did. */
  readonly lastSigned: string | null;
}
