import type { PovertyStatus } from "../people/poverty-status";
import type { CalendarDate } from "../shared/calendar-date";
import type { IdCardNumber } from "../shared/id-card-number";
import type { KnownRegionCodes, RegionCode } from "../shared/region-code";
import type { Sex } from "../shared/sex";
import type { Period } from "../shared/written-date";
import type { Finding } from "./finding";

/** One roster line as read: cleaned and typed; null or empty where nothing usable is written. */
export interface TrainingValues {
  readonly name: string | null;
  /** As declared; the one the ID number states where the cell is blank. */
  readonly sex: Sex | null;
  readonly ethnicity: string;
  readonly idCardNumber: IdCardNumber | null;
  readonly address: string;
  readonly phone: string | null;
  readonly declaredRegistered: boolean | null;
  readonly declaredStatus: PovertyStatus | null;
  readonly trade: string;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly note: string;
}

export interface CheckedRow {
  readonly sheetRow: number;
  readonly values: TrainingValues;
  readonly findings: readonly Finding[];
}

/** The county whose officer files the roster, and the names of the counties it is not. */
export interface CountyScope {
  readonly code: RegionCode;
  /** In full, e.g. 南华县. */
  readonly name: string;
  /** Full names of other counties; addresses naming one of them are pointed out. */
  readonly otherNames: ReadonlySet<string>;
}

export interface RowContext {
  readonly today: CalendarDate;
  readonly knownRegions: KnownRegionCodes;
  /** First day of class when it is known for certain; wins over what the file says. */
  readonly classStartsOn: CalendarDate | null;
  /** Period in the lines above the header; used where the row states none. */
  readonly titlePeriod: Period | null;
  /** Null when nobody's county is to be compared, e.g. on the command line. */
  readonly county: CountyScope | null;
}

/** Lowest age in full years on the first day of class (劳动法 第十五条). */
export const YOUNGEST_TRAINEE = 16;
