import type { CalendarDate } from "~/domain/shared/calendar-date";
import { isInShanghai } from "~/domain/shared/region-code";
import type { DayCount } from "~/domain/targets/counting";
import { destinationsOf } from "~/domain/targets/measure";
import { countedTo } from "~/domain/targets/pace";
import { history, standing, type Target } from "~/domain/targets/target";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { eventUnits, type EventMeasure, type EventWindow } from "./event-counts.server";
import { countKept } from "./kept-counts.server";
import type { PlacementRule } from "./placement-counts.server";

/** How a target is counted in some areas up to a day: from placements, or from the events of its measure. */
export type CountingRule =
  | { readonly by: "placements"; readonly rule: PlacementRule }
  | ({ readonly by: "events"; readonly measure: EventMeasure } & EventWindow);

/** `all`: the targets in scope, for the document's other measures where nobody may count for two of them. */
export function countingRule(
  target: Target,
  areas: readonly string[],
  asOf: CalendarDate,
  all: readonly Target[],
): CountingRule {
  const destinations = destinationsOf(target.measure);
  const [from, to] = [target.periodFrom, countedTo(target, asOf)];
  if (destinations === null) {
    const { measure, regionCode } = target;
    const district = isInShanghai(regionCode) ? regionCode : null;
    return { by: "events", measure: measure as EventMeasure, areas, from, to, district };
  }
  const rivals = target.mayShare ? [] : rivalsOf(target, all);
  const others = rivals.filter((one) => !destinations.some((own) => own === one));
  const { basis } = target;
  return { by: "placements", rule: { areas, destinations, from, to, basis, rivals: others } };
}

/** What is counted of a target, day by day and area by area. */
export async function countMeasure(tx: Tx, counting: CountingRule): Promise<DayCount[]> {
  if (counting.by === "placements") return countKept(tx, counting.rule);
  return tx.$queryRaw<DayCount[]>`
    SELECT area AS "areaCode", count(*)::int AS registered,
      CASE WHEN cardinality(gaps) = 0 THEN to_char(on_day, 'YYYY-MM-DD') END AS on,
      (count(*) FILTER (WHERE was_held))::int AS verified
    FROM (${eventUnits(counting.measure, counting)}) AS units GROUP BY 1, 3`;
}

/** Page of the things behind a measure that is not counted from placements, its own key `id`. */
export function unitsOf(counting: Extract<CountingRule, { by: "events" }>): Prisma.Sql {
  return eventUnits(counting.measure, counting);
}

/** Where the document's other placement measures for the same area lead; a revised target keeps its first document. */
function rivalsOf(target: Target, all: readonly Target[]): readonly string[] {
  const documentOf = (one: Target) => history(all, one).at(-1)?.documentNumber;
  const own = documentOf(target);
  return standing(all)
    .filter(({ id, regionCode }) => id !== target.id && regionCode === target.regionCode)
    .filter((one) => documentOf(one) === own)
    .flatMap(({ measure }) => destinationsOf(measure) ?? []);
}
