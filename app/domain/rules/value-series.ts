import type { CalendarDate } from "../shared/calendar-date";
import { PARAMETERS, type ParameterId, type ParameterInForce } from "./parameter";

/** A number entered for an area, from a day on; as rows of parameter_value stand. */
export interface DatedValue {
  readonly parameter: ParameterId;
  /** A county, its prefecture or its province. */
  readonly regionCode: string;
  readonly value: number;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate | null;
  readonly source: string;
  /** The rule pack it came with. */
  readonly packId: string | null;
}

/** A number in force, and since when. */
export interface NumberInForce extends ParameterInForce {
  readonly fromOn: CalendarDate | null;
  readonly packId: string | null;
}

export type NumbersOn = (on: CalendarDate) => (parameter: ParameterId) => NumberInForce | null;

/**
 * What is in force in a county on a day, out of all values of its areas (not withdrawn): the county's own before its
 * prefecture's before its province's, the latest begun of each; of two begun on one day the later in the list. Else
 * our own default, else null. Each answer is worked out once.
 */
export function numbersFrom(values: readonly DatedValue[], countyCode: string): NumbersOn {
  const series = new Map<ParameterId, DatedValue[]>();
  for (const value of values) {
    const row = series.get(value.parameter);
    if (row === undefined) series.set(value.parameter, [value]);
    else row.push(value);
  }
  const areas = areasOf(countyCode);
  const known = new Map<CalendarDate, Map<ParameterId, NumberInForce | null>>();
  return (on) => {
    let ofDay = known.get(on);
    if (ofDay === undefined) known.set(on, (ofDay = new Map()));
    const answers = ofDay;
    return (parameter) => {
      const kept = answers.get(parameter);
      if (kept !== undefined) return kept;
      const found = inForceOf(series.get(parameter) ?? [], areas, on) ?? ownDefault(parameter);
      answers.set(parameter, found);
      return found;
    };
  };
}

/** The county, its prefecture, its province: the nearer one is asked first. */
export function areasOf(countyCode: string): readonly string[] {
  return [countyCode, `${countyCode.slice(0, 4)}00`, `${countyCode.slice(0, 2)}0000`];
}

function inForceOf(
  series: readonly DatedValue[],
  areas: readonly string[],
  on: CalendarDate,
): NumberInForce | null {
  for (const area of areas) {
    let latest: DatedValue | null = null;
    for (const one of series) {
      const holds = one.fromOn <= on && (one.toOn === null || on <= one.toOn);
      if (one.regionCode !== area || !holds) continue;
      if (latest === null || one.fromOn >= latest.fromOn) latest = one;
    }
    if (latest === null) continue;
    const { value, source, fromOn, packId } = latest;
    return { value, source, fromOn, packId };
  }
  return null;
}

function ownDefault(parameter: ParameterId): NumberInForce | null {
  const { ownDefault: value, defaultSource: source = null } = PARAMETERS[parameter];
  return value === null ? null : { value, source, fromOn: null, packId: null };
}
