import type { PovertyStatus } from "../people/poverty-status";
import type { CalendarDate } from "../shared/calendar-date";
import type { RegionCode } from "../shared/region-code";
import type { Period } from "../shared/written-date";
import type { PersonContext, PersonValues } from "./person-row";

/** One roster line as read: cleaned and typed; null or empty where nothing usable is written. */
export interface TrainingValues extends PersonValues {
  readonly declaredRegistered: boolean | null;
  readonly declaredStatus: PovertyStatus | null;
  readonly trade: string;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly note: string;
}

/** The county whose officer files the roster, and the names of the counties it is not. */
export interface CountyScope {
  readonly code: RegionCode;
  /** In full, e.g. 南华县. */
  readonly name: string;
  /** Full names of other counties; addresses naming one of them are pointed out. */
  readonly otherNames: ReadonlySet<string>;
}

export interface RowContext extends PersonContext {
  /** First day of class when it is known for certain; wins over what the file says. */
  readonly classStartsOn: CalendarDate | null;
  /** Period in the lines above the header; used where the row states none. */
  readonly titlePeriod: Period | null;
  /** Null when nobody's county is to be compared, e.g. on the command line. */
  readonly county: CountyScope | null;
}
