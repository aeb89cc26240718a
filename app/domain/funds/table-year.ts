import type { CalendarDate } from "../shared/calendar-date";

/**
 * The years, first and last, of which a document allocates money: its own and the next. Its own is that of its issue
 * and, where that is earlier or the day is not known, that of its number. Null: neither is known.
 */
export function tableYears(document: {
  readonly number: string;
  readonly issuedOn: CalendarDate | null;
}): readonly [first: number, last: number] | null {
  const { number, issuedOn } = document;
  const numbered = /〔(\d{4})〕/.exec(number)?.[1];
  const own = [issuedOn?.slice(0, 4), numbered].flatMap((text) =>
    text === undefined ? [] : [Number(text)],
  );
  const [issued] = own;
  return issued === undefined ? null : [Math.min(...own), issued + 1];
}
