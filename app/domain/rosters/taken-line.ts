import { lineChanges, type ComparedFacts, type ComparedPart } from "../placements/filing-changes";
import type { Difference } from "./roster-import";

/** A line of the ledger as it stands before or after a file's data was taken over. */
export interface TakenLine extends ComparedFacts {
  readonly id: string;
  readonly countyCode: string;
  readonly name: string;
  readonly township: string;
  readonly village: string;
  readonly endedOn: string | null;
}

const OF_LINE: readonly ComparedPart<TakenLine>[] = [
  ["姓名", ({ name }) => name],
  ["乡镇", ({ township }) => township || "未填"],
  ["行政村", ({ village }) => village || "未填"],
  ["离岗", ({ endedOn }) => endedOn ?? "未登记"],
];

/** Fields of the person that a line does not hold itself; shown masked. */
const OF_PERSON = ["phone"];

/** What a file changed of a line, as it was and as it is; `differences`: as they were decided. */
export function takenChanges(
  before: TakenLine,
  after: TakenLine,
  differences: readonly Difference[],
): { readonly before: string; readonly after: string } {
  const line = lineChanges(OF_LINE, before, after);
  const person = personChanges(differences.filter(({ field }) => OF_PERSON.includes(field)));
  const both = (a: string, b: string) => [a, b].filter((text) => text !== "").join("、");
  return { before: both(line.before, person.before), after: both(line.after, person.after) };
}

/** What a file changed of a person, where the line itself is new. */
export function personChanges(differences: readonly Difference[]) {
  const say = (value: (one: Difference) => string) =>
    differences.map((one) => `${one.label} ${value(one)}`).join("、");
  return { before: say(({ known }) => known), after: say(({ given }) => given) };
}
