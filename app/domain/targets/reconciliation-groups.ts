import type { FigureKind, LineSide } from "./reconciliation";

/** Who has a person, as a sheet says it. */
const SIDE_WORDS: Readonly<Record<LineSide, string>> = {
  COUNTY: "仅县方有",
  DISTRICT: "仅区方有",
  BOTH: "双方都有",
};

/** The same where the district gave a number only: then nobody is missing on its side. */
export function sideWords(side: LineSide, kind: FigureKind | null): string {
  return kind === "list" ? SIDE_WORDS[side] : "县方";
}

/** The lists a page can show: the three groups of the comparison, and each side's own. */
export type LineGroup = "countyOnly" | "districtOnly" | "both" | "county" | "district";

interface GroupWords {
  readonly label: string;
  readonly sides: readonly LineSide[];
}

export const LINE_GROUPS: Readonly<Record<LineGroup, GroupWords>> = {
  countyOnly: { label: SIDE_WORDS.COUNTY, sides: ["COUNTY"] },
  districtOnly: { label: SIDE_WORDS.DISTRICT, sides: ["DISTRICT"] },
  both: { label: SIDE_WORDS.BOTH, sides: ["BOTH"] },
  county: { label: "县方名单", sides: ["COUNTY", "BOTH"] },
  district: { label: "区方名单", sides: ["DISTRICT", "BOTH"] },
};

/** Without a list of the district there is nothing to compare: only the county's own is shown. */
export function groupsFor(kind: FigureKind | null): readonly LineGroup[] {
  return kind === "list"
    ? ["countyOnly", "districtOnly", "both", "county", "district"]
    : ["county"];
}

/** The group an address asks for, or the first that there is. */
export function toLineGroup(text: string | null, kind: FigureKind | null): LineGroup {
  const groups = groupsFor(kind);
  return groups.find((group) => group === text) ?? groups[0] ?? "county";
}
