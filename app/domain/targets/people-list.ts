import { NOT_COUNTED_LABELS, whyNotCounted, type CountingFacts } from "../placements/counting";
import type { CalendarDate } from "../shared/calendar-date";
import type { Tally } from "./counting";
import { destinationsOf, type Measure } from "./measure";

/** The lists behind a county's figures. */
export type PeopleKind = "proved" | "missing" | "verified" | "registered";

export const PEOPLE_KINDS: readonly PeopleKind[] = ["proved", "missing", "verified", "registered"];

/** What a list is called; fairs and classes are held, not looked up in the registry. */
export function kindLabel(kind: PeopleKind, measure: Measure): string {
  switch (kind) {
    case "proved":
      return "计入进度";
    case "missing":
      return "未计入";
    case "verified":
      return destinationsOf(measure) === null ? "已办结" : "已查验";
    case "registered":
      return "全部登记";
  }
}

/** How many stand on each list. */
export function sizeOf(kind: PeopleKind, tally: Tally): number {
  switch (kind) {
    case "proved":
      return tally.proved;
    case "missing":
      return tally.registered - tally.proved;
    case "verified":
      return tally.verified;
    case "registered":
      return tally.registered;
  }
}

const COUNTS_ELSEWHERE = "已计入同一文件的另一项指标";

/** Why a line of the list is in no figure of the target: the placement's own reasons, and the document's other measure. */
export function reasonsFor(
  one: CountingFacts & { readonly countsElsewhere: boolean },
  asOf: CalendarDate,
): readonly string[] {
  const own = whyNotCounted(one, asOf).map((reason) => NOT_COUNTED_LABELS[reason]);
  return one.countsElsewhere ? [...own, COUNTS_ELSEWHERE] : own;
}
