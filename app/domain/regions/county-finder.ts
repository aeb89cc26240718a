import { withoutBlanks } from "../shared/cell-text";

/** A county as the reference table names it. */
export interface NamedCounty {
  readonly code: string;
  readonly name: string;
}

/** The county a name stands for, or null when none or more than one does. */
export type CountyFinder = (name: string) => NamedCounty | null;

/** Peoples in the names of autonomous counties and prefectures, as alternatives of a pattern. */
export const PEOPLES =
  "彝|傣|哈尼|拉祜|佤|布朗|傈僳|纳西|怒|独龙|苗|瑶|回|白|藏|壮|普米|满|蒙古|土家|侗|布依|仡佬|黎|畲|羌|景颇|朝鲜|各";
const ENDING = new RegExp(`(?:(?:${PEOPLES})族)*自治县$|新?区$|[县市旗]$`);

/**
 * Finds counties by the name a file writes. The full name wins; else the name without its ending,
 * because counties become cities and districts (禄丰县 is 禄丰市 since 2021) and old exports keep the
 * old word; the ending of 浦东新区 is 新区. A bare name that two counties share finds neither.
 */
export function countyFinder(counties: readonly NamedCounty[]): CountyFinder {
  const byName = indexed(counties, (county) => county.name);
  const byStem = indexed(counties, (county) => stem(county.name));
  return (text) => {
    const name = withoutBlanks(text);
    const exact = byName.get(name);
    if (exact !== undefined) return exact;
    return byStem.get(stem(name)) ?? null;
  };
}

function stem(name: string): string {
  const bare = name.replace(ENDING, "");
  // 个旧市 → 个旧, but a name of one character (矿区) says too little alone.
  return bare.length < 2 ? name : bare;
}

function indexed(
  counties: readonly NamedCounty[],
  keyOf: (county: NamedCounty) => string,
): Map<string, NamedCounty | null> {
  const index = new Map<string, NamedCounty | null>();
  for (const county of counties) {
    const key = keyOf(county);
    index.set(key, index.has(key) ? null : county);
  }
  return index;
}
