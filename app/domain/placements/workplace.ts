import { withoutBlanks } from "../shared/cell-text";

/** A division as the reference table names it; `parent` is null for a province. */
export interface NamedRegion {
  /** Six digits of GB/T 2260. */
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
}

/** What a written workplace stands for: one division, several of the same name, or none. */
export type FoundWorkplace =
  | { readonly kind: "found"; readonly code: string }
  | { readonly kind: "several"; readonly codes: readonly string[] }
  | { readonly kind: "none" };

export type WorkplaceFinder = (text: string) => FoundWorkplace;

const PEOPLES = "(?:彝族|傣族|哈尼族|白族|壮族|回族|维吾尔|傈僳族|藏族|苗族|景颇族)*";
const ENDING = new RegExp(`(?:${PEOPLES}自治[区州县]|[省市区县旗])$`);

/**
 * Finds the division of a workplace written as its code (310114) or name: 嘉定区, 上海市嘉定区, 云南昆明. A full
 * name goes before one without its ending; what two divisions share is `several`.
 */
export function workplaceFinder(regions: readonly NamedRegion[]): WorkplaceFinder {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const full = new Map<string, Set<string>>();
  const short = new Map<string, Set<string>>();
  for (const region of regions) {
    const above = waysFromAbove(region, byCode);
    for (const lead of above) {
      add(full, lead + region.name, region.code);
      add(short, lead + stemOf(region.name), region.code);
    }
  }
  return (text) => {
    const plain = withoutBlanks(text);
    if (/^\d{6}$/.test(plain)) {
      return byCode.has(plain) ? { kind: "found", code: plain } : { kind: "none" };
    }
    return answer(full.get(plain)) ?? answer(short.get(plain)) ?? { kind: "none" };
  };
}

/** What may stand before the name: nothing, its prefecture, its province, or both, each with or without ending. */
function waysFromAbove(
  region: NamedRegion,
  byCode: ReadonlyMap<string, NamedRegion>,
): ReadonlySet<string> {
  const leads = new Set([""]);
  for (let up = parentOf(region, byCode); up !== undefined; up = parentOf(up, byCode)) {
    for (const lower of [...leads]) for (const name of spellings(up)) leads.add(name + lower);
  }
  return leads;
}

function parentOf(region: NamedRegion, byCode: ReadonlyMap<string, NamedRegion>) {
  return region.parent === null ? undefined : byCode.get(region.parent);
}

function spellings({ name }: NamedRegion): readonly string[] {
  const stem = stemOf(name);
  return stem === name ? [name] : [name, stem];
}

/** A name of one character (矿区) says too little alone. */
function stemOf(name: string): string {
  const bare = name.replace(ENDING, "");
  return bare.length < 2 ? name : bare;
}

function add(index: Map<string, Set<string>>, key: string, code: string): void {
  const codes = index.get(key);
  if (codes === undefined) index.set(key, new Set([code]));
  else codes.add(code);
}

function answer(codes: ReadonlySet<string> | undefined): FoundWorkplace | null {
  if (codes === undefined) return null;
  const [first = "", ...more] = codes;
  return more.length === 0
    ? { kind: "found", code: first }
    : { kind: "several", codes: [first, ...more] };
}
