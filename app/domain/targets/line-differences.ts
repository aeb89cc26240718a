import type { LineSide } from "./reconciliation";

/** A person of a reconciliation in the words of both sides; empty or null where a side says nothing. */
export interface TwoSidedWords {
  readonly side: LineSide;
  readonly name: string;
  readonly employerName: string;
  readonly startedOn: string | null;
  readonly districtName: string;
  readonly districtEmployer: string;
  readonly districtStartOn: string | null;
}

export type DifferingPart = "name" | "employer" | "startedOn";

const PART_LABELS: Readonly<Record<DifferingPart, string>> = {
  name: "姓名",
  employer: "企业",
  startedOn: "上岗日期",
};

/** In what the two sides say different things of a person whom both have; what the district leaves blank is none. */
export function differingParts(line: TwoSidedWords): readonly DifferingPart[] {
  if (line.side !== "BOTH") return [];
  const { districtName, districtEmployer, districtStartOn } = line;
  const parts: DifferingPart[] = [];
  if (districtName !== "" && districtName !== line.name) parts.push("name");
  if (districtEmployer !== "" && districtEmployer !== line.employerName) parts.push("employer");
  if (districtStartOn !== null && districtStartOn !== line.startedOn) parts.push("startedOn");
  return parts;
}

/** 企业、上岗日期双方不同; empty where nothing differs. */
export function differenceNote(line: TwoSidedWords): string {
  const parts = differingParts(line);
  return parts.length === 0 ? "" : `${parts.map((part) => PART_LABELS[part]).join("、")}双方不同`;
}
