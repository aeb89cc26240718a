import { sameName } from "../people/same-person";
import type { CalendarDate } from "../shared/calendar-date";
import { maskPhone } from "../shared/masking";
import type { TrainingField } from "./layouts/training";
import type { ColumnMap } from "./column-map";
import { canBeLookedUp, checkAgainstRegistry, checkNearKnown } from "./cross-check";
import type { KnownPerson, RegistryEntry } from "./cross-check";
import type { Finding } from "./finding";
import type { Difference, RowMatching } from "./roster-import";
import type { CheckedRow, CountyScope } from "./training-row";

/** What a record (a person, or a line of this roster) says; the phone as digits. */
export interface KnownRecord {
  readonly name: string;
  readonly ethnicity: string;
  readonly address: string;
  readonly phone: string | null;
}

/** A class of the same days in which the person stands already; unnamed in another county. */
export interface Overlap {
  readonly className: string | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** All that is known outside the file about the number of one row. */
export interface RowFacts {
  /** An earlier row of the file with the same number. */
  readonly duplicate: Finding | null;
  /** undefined: no registry to look in; null: looked, not there. */
  readonly registry: RegistryEntry | null | undefined;
  readonly person: KnownRecord | null;
  readonly line: KnownRecord | null;
  readonly overlaps: readonly Overlap[];
  readonly sameNamed: readonly KnownPerson[];
}

export interface MatchedRow {
  readonly findings: readonly Finding[];
  readonly matching: RowMatching;
  readonly differences: readonly Difference[];
}

/** Adds to a row's own findings what the file, the registry, classes and known persons say of it. */
export function matchRow(
  row: CheckedRow,
  facts: RowFacts,
  columns: ColumnMap<TrainingField>,
  county: CountyScope,
): MatchedRow {
  const headers = columns.header;
  if (facts.duplicate !== null) {
    return { findings: [...row.findings, facts.duplicate], matching: "new", differences: [] };
  }
  const findings = [...row.findings];
  if (!canBeLookedUp(row, headers)) return { findings, matching: "new", differences: [] };
  if (facts.registry !== undefined) {
    findings.push(
      ...checkAgainstRegistry(row, ownName(row, facts.registry, county), headers, county),
    );
  }
  findings.push(...overlapFindings(row, facts.overlaps, headers.idCardNumber));
  const record = facts.line ?? facts.person;
  if (record === null && facts.registry === null) {
    findings.push(...checkNearKnown(row, facts.sameNamed, headers));
  }
  const differences = record === null ? [] : differencesOf(row, record);
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

function overlapFindings(row: CheckedRow, overlaps: readonly Overlap[], column: string): Finding[] {
  return overlaps.slice(0, 1).map(({ className, startsOn, endsOn }) => {
    const where = className === null ? "其他县的一个培训班" : `“${className}”`;
    const message = `此人同期已在${where}（${startsOn} 至 ${endsOn}）的花名册上。请核对是否重复参训，课时不能重叠。`;
    return {
      sheetRow: row.sheetRow,
      column,
      kind: "overlapping-class",
      severity: "warning",
      message,
    };
  });
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
