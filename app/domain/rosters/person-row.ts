import type { CalendarDate } from "../shared/calendar-date";
import type { IdCardNumber } from "../shared/id-card-number";
import type { KnownRegionCodes } from "../shared/region-code";
import type { Sex } from "../shared/sex";
import type { Finding } from "./finding";

/** The columns about the person himself, which every layout has. */
export type PersonField = "name" | "sex" | "idCardNumber" | "phone";

/** The person of one line as read: cleaned and typed; null or empty where nothing usable is written. */
export interface PersonValues {
  readonly name: string | null;
  /** As declared; the one the ID number states where the cell is blank. */
  readonly sex: Sex | null;
  readonly ethnicity: string;
  readonly idCardNumber: IdCardNumber | null;
  readonly address: string;
  readonly phone: string | null;
}

export interface CheckedRow<Values extends PersonValues = PersonValues> {
  readonly sheetRow: number;
  readonly values: Values;
  readonly findings: readonly Finding[];
}

/** What the cells about the person are checked against. */
export interface PersonContext {
  readonly today: CalendarDate;
  readonly knownRegions: KnownRegionCodes;
}
