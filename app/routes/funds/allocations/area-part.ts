import type { AllocationTree, TreeRow } from "~/data/funds/allocation-tree-view.server";
import { regionContains } from "~/domain/access/region-scope";

type Area = AllocationTree["areas"][number];

/** Which of an area's money a figure is of. */
export type AllocationPart = "labour" | "inTable" | "offTable" | "all";

export const PART_LABELS: Readonly<Record<AllocationPart, string>> = {
  labour: "表内劳务协作资金",
  inTable: "表内资金",
  offTable: "表外资金",
  all: "下达资金",
};

interface Which {
  readonly areaCode: string;
  /** A prefecture with its counties. */
  readonly isWhole: boolean;
  readonly part: AllocationPart;
}

/** Where the lines stand that a figure is made of. */
export function areaRowsAddress(year: number, { areaCode, isWhole, part }: Which): string {
  const whole = isWhole ? "&whole=yes" : "";
  return `/allocations?year=${year}&area=${areaCode}${whole}${part === "all" ? "" : `&part=${part}`}`;
}

export function readPart(text: string | null): AllocationPart {
  return text !== null && text in PART_LABELS ? (text as AllocationPart) : "all";
}

/** The area that was asked for, or the prefecture with its counties added up; undefined: nothing is known of it. */
export function chosenArea(
  areas: readonly Area[],
  areaCode: string,
  isWhole: boolean,
): Pick<Area, "name" | "rowIds"> | undefined {
  const own = areas.find((one) => one.areaCode === areaCode);
  if (!isWhole) return own === undefined ? undefined : { ...own, name: areaLabel(own) };
  const within = areas.filter((one) => regionContains(areaCode, one.areaCode));
  if (within.length === 0) return undefined;
  const name = `${own?.name ?? "州市"}合计`;
  return { name, rowIds: within.flatMap(({ rowIds }) => rowIds) };
}

/** A prefecture's own units are not the prefecture. */
export function areaLabel({ areaCode, name }: Pick<Area, "areaCode" | "name">): string {
  return areaCode.endsWith("00") ? `${name}本级` : name;
}

/** The row with only the cells of the part; null: it has none of it. */
export function partOf(row: TreeRow, part: AllocationPart): TreeRow | null {
  if (part === "all") return row;
  if (part === "offTable") return row.isBeside ? row : null;
  if (row.isBeside) return null;
  if (part === "inTable") return row;
  const cells = row.cells.filter(({ isLabour }) => isLabour);
  const amount = cells.reduce((sum, cell) => sum + cell.amount, 0);
  return cells.length === 0 ? null : { ...row, cells, amount };
}
