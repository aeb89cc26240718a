import type { EndReason } from "../placements/ending";
import type {
  Arrangement,
  ContractKind,
  PlacementForm,
  WorkerGroup,
} from "../placements/placement";
import type { WrittenWorkplaceFinder } from "../placements/written-workplace";
import type { CountyFinder, NamedCounty } from "../regions/county-finder";
import type { CalendarDate } from "../shared/calendar-date";
import type { CheckedRow, PersonContext, PersonValues } from "./person-row";

/** The work of one line as read, beyond the person; null or empty where the cell says nothing usable. */
export interface PlacementFields {
  readonly township: string;
  readonly village: string;
  readonly employerName: string;
  /** Sound, or null. */
  readonly creditCode: string | null;
  /** GB/T 2260; null when the line is refused for it. */
  readonly workplaceCode: string | null;
  readonly jobTitle: string;
  readonly monthlyWageFen: number | null;
  /** Null when the line is refused for it. */
  readonly startedOn: CalendarDate | null;
  readonly contractKind: ContractKind | null;
  readonly arrangement: Arrangement | null;
  readonly publicPost: boolean | null;
  /** As the file states it, in a column of its own. */
  readonly statedForm: PlacementForm | null;
  readonly workerGroup: WorkerGroup | null;
  readonly contractFrom: CalendarDate | null;
  readonly contractTo: CalendarDate | null;
  /** Null while the job lasts. */
  readonly endedOn: CalendarDate | null;
  readonly endReason: EndReason | null;
  /** A batch of the county by its name; empty for none. */
  readonly batchName: string;
}

export interface CheckedPlacement extends CheckedRow<PersonValues> {
  /** Home county of the line; null when the line is refused for it. */
  readonly homeCounty: NamedCounty | null;
  readonly fields: PlacementFields;
  readonly note: string;
}

/** What a file of placements is checked against. */
export interface PlacementContext extends PersonContext {
  /** The last day the file speaks for, as the lines above the header say; null when they do not. */
  readonly cutOffOn: CalendarDate | null;
  readonly home: HomeScope;
  readonly findWorkplace: WrittenWorkplaceFinder;
}

/** Whose people a file may bring: those of a county, or of the counties of a prefecture. */
export interface HomeScope {
  /** In full: 南华县, 楚雄彝族自治州. */
  readonly name: string;
  /** The one county of the import; null for a prefecture, where every line names its own. */
  readonly own: NamedCounty | null;
  readonly counties: readonly NamedCounty[];
  /** Finds among `counties`. */
  readonly find: CountyFinder;
  /** Finds among all counties of the country, to say whose line it is. */
  readonly findAnywhere: CountyFinder;
}

/** How a line stands in employment when the file does not say it: decisions/0018. */
export function formOf(
  contract: ContractKind | null,
  publicPost: boolean | null,
): PlacementForm | null {
  if (publicPost === true) return "PUBLIC_SERVICE";
  if (contract === null) return null;
  return contract === "LABOUR_CONTRACT" ? "FORMAL" : "FLEXIBLE";
}
