import type { DayCount } from "~/domain/targets/counting";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";
import { countPlacements, type PlacementRule } from "./placement-counts.server";

type Kept = Map<string, readonly DayCount[]>;

/** Counties × rules kept at most; one is a few hundred rows. */
const MOST_KEPT = 1000;
/** By the platform's pool: another database is another memory. */
const memory = new WeakMap<object, Kept>();

/**
 * `countPlacements`, asking the database only for the counties whose placements have changed since they were last
 * counted. A county outside the transaction's scope shows no change and no people.
 */
export async function countKept(tx: Tx, rule: PlacementRule): Promise<DayCount[]> {
  const kept = keptOf(platform().pool);
  const { areas, ...asked } = rule;
  const editions = await editionsOf(tx, areas);
  const keyOf = (area: string) => `${area} ${editions.get(area) ?? ""} ${JSON.stringify(asked)}`;
  const missing = areas.filter((area) => !kept.has(keyOf(area)));
  if (missing.length > 0) {
    // The edition was read before the people: what is kept is never older than it says.
    const found = await countPlacements(tx, { ...rule, areas: missing });
    for (const area of missing) {
      keep(
        kept,
        keyOf(area),
        found.filter(({ areaCode }) => areaCode === area),
      );
    }
  }
  return areas.flatMap((area) => kept.get(keyOf(area)) ?? []);
}

/** How often, and by which change last, each county's placements have changed; nothing for one never touched. */
async function editionsOf(tx: Tx, areas: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ area: string; edition: string }[]>`
    SELECT county_code AS area, count(*) || '-' || max(id) AS edition FROM placement_change
    WHERE county_code = ANY (${[...areas]}::text[]) GROUP BY county_code`;
  return new Map(rows.map(({ area, edition }) => [area, edition]));
}

function keptOf(pool: object): Kept {
  const kept = memory.get(pool) ?? new Map<string, readonly DayCount[]>();
  memory.set(pool, kept);
  return kept;
}

/** A map remembers its order: the oldest goes first. */
function keep(kept: Kept, key: string, days: readonly DayCount[]): void {
  kept.set(key, days);
  if (kept.size <= MOST_KEPT) return;
  const [oldest] = kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}
