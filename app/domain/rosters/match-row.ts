import { sameName } from "../people/same-person";
import { maskPhone } from "../shared/masking";
import { canBeLookedUp, checkAgainstRegistry, checkNearKnown } from "./cross-check";
import type { KeyHeaders, KnownPerson, RegistryEntry } from "./cross-check";
import type { Finding } from "./finding";
import type { CheckedRow } from "./person-row";
import type { Difference, RowMatching } from "./roster-import";
import type { CountyScope } from "./training-row";

/** What a record (a person, or a line of this ledger) says; the phone as digits. */
export interface KnownRecord {
  readonly name: string;
  readonly ethnicity: string;
  readonly address: string;
  readonly phone: string | null;
}

/** All that is known outside the file about the number of one row. */
export interface RowFacts {
  /** An earlier row of the file with the same number. */
  readonly duplicate: Finding | null;
  /** undefined: no registry to look in; null: looked, not there. */
  readonly registry: RegistryEntry | null | undefined;
  readonly person: KnownRecord | null;
  readonly line: KnownRecord | null;
  /** What the layout finds beyond this: classes of the same days, other jobs, another name of the employer. */
  readonly also: readonly Finding[];
  /** Fields of the standing line that differ, beyond those of the person. */
  readonly lineDifferences: readonly Difference[];
  readonly sameNamed: readonly KnownPerson[];
}

export interface MatchedRow {
  readonly findings: readonly Finding[];
  readonly matching: RowMatching;
  readonly differences: readonly Difference[];
}

/** What a layout says about how its rows are compared. */
export interface MatchContext {
  readonly headers: KeyHeaders;
  readonly county: CountyScope;
  /** What a line that is not in the registry cannot do: 不能封存. */
  readonly unverified: string;
}

/** Adds to a row's own findings what the file, the registry, other work and known persons say of it. */
export function matchRow(
  row: CheckedRow,
  facts: RowFacts,
  { headers, county, unverified }: MatchContext,
): MatchedRow {
  if (facts.duplicate !== null) {
    return { findings: [...row.findings, facts.duplicate], matching: "new", differences: [] };
  }
  const findings = [...row.findings];
  if (!canBeLookedUp(row, headers)) return { findings, matching: "new", differences: [] };
  if (facts.registry !== undefined) {
    const entry = ownName(row, facts.registry, county);
    findings.push(...checkAgainstRegistry(row, entry, headers, county, unverified));
  }
  findings.push(...facts.also);
  const record = facts.line ?? facts.person;
  if (record === null && facts.registry === null) {
    findings.push(...checkNearKnown(row, facts.sameNamed, headers));
  }
  const ofPerson = record === null ? [] : differencesOf(row, record);
  const differences = [...ofPerson, ...facts.lineDifferences];
  return { findings, matching: matchingOf(facts, differences), differences };
}

/** A person of another county is not named to this one: the name counts as equal. */
function ownName(
  row: CheckedRow,
  entry: RegistryEntry | null,
  county: CountyScope,
): RegistryEntry | null {
  if (entry === null || entry.countyCode === county.code) return entry;
  return { ...entry, name: row.values.name ?? entry.name };
}

function matchingOf(facts: RowFacts, differences: readonly Difference[]): RowMatching {
  if (facts.line !== null) return differences.length > 0 ? "lineDiffers" : "onRoster";
  if (facts.person === null) return "new";
  return differences.length > 0 ? "differs" : "known";
}

/** A blank cell says nothing, so it differs from nothing. */
function differencesOf({ values }: CheckedRow, known: KnownRecord): Difference[] {
  const found: Difference[] = [];
  const add = (field: Difference["field"], label: string, was: string, given: string) => {
    if (given !== "" && given !== was) found.push({ field, label, known: was || "（空）", given });
  };
  if (values.name !== null && !sameName(values.name, known.name)) {
    add("name", "姓名", known.name, values.name);
  }
  add("ethnicity", "民族", known.ethnicity, values.ethnicity);
  add("address", "家庭住址", known.address, values.address);
  if (values.phone !== null && values.phone !== known.phone) {
    const was = known.phone === null ? "" : maskPhone(known.phone);
    // Two numbers may look alike behind the mask; they still differ.
    found.push({
      field: "phone",
      label: "联系电话",
      known: was || "（空）",
      given: maskPhone(values.phone),
    });
  }
  return found;
}
