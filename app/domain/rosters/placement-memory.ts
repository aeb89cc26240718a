import type { Finding } from "./finding";
import {
  repeatedPlacement,
  SECOND_JOB,
  secondJobFinding,
  twoNamesFinding,
  type EarlierRow,
  type WorkHeaders,
} from "./placement-findings";
import type { CheckedPlacement } from "./placement-row";

/** What makes two rows of a person one and the same line of the ledger. */
export interface PlacementKey {
  /** The credit code; without one, the name. */
  readonly employerKey: string;
  readonly startedOn: string;
}

export function placementKey({ fields }: CheckedPlacement): PlacementKey {
  const { creditCode, employerName, startedOn } = fields;
  return { employerKey: creditCode ?? employerName, startedOn: startedOn ?? "" };
}

/** Told the rows in file order, answers with the finding on one that repeats an earlier line. */
export function placementDuplicates(headers: WorkHeaders) {
  const seen = new Map<string, EarlierRow>();
  return (row: CheckedPlacement): Finding | null => {
    const { idCardNumber, name } = row.values;
    if (idCardNumber === null) return null;
    const { employerKey, startedOn } = placementKey(row);
    const key = `${idCardNumber}|${employerKey}|${startedOn}`;
    const first = seen.get(key);
    if (first !== undefined) return repeatedPlacement(row, first, headers);
    seen.set(key, { sheetRow: row.sheetRow, name });
    return null;
  };
}

/** Names by which the file calls an employer, by credit code; the first row of each name. */
export type EmployerNames = Map<string, EarlierRow[]>;

/**
 * Told the rows in file order, answers with warnings: the same person with another job further up, the same credit
 * code under another name. `names` may hold what rows checked earlier have said.
 */
export function earlierRows(headers: WorkHeaders, names: EmployerNames) {
  const jobs = new Map<string, EarlierRow & { readonly key: string }>();
  return (row: CheckedPlacement): Finding[] => {
    const found: Finding[] = [];
    const { idCardNumber } = row.values;
    if (idCardNumber !== null) {
      const key = JSON.stringify(placementKey(row));
      const first = jobs.get(idCardNumber);
      if (first === undefined) jobs.set(idCardNumber, { sheetRow: row.sheetRow, name: null, key });
      else if (first.key !== key) found.push(secondJobFinding(row, first, headers));
    }
    const other = otherName(row, names);
    if (other !== null) found.push(twoNamesFinding(row, other, headers));
    return found;
  };
}

/** A row of the file as it stands checked. */
export interface StandingRow {
  readonly sheetRow: number;
  readonly key: PlacementKey;
  readonly findings: readonly Finding[];
  /** Its cells are kept, so that a new warning can be answered in the page. */
  readonly canBeMended: boolean;
}

/** Of the rows of one number, in file order, those whose warning of a second job is another now; with all findings. */
export function secondJobsAnew(
  rows: readonly StandingRow[],
  headers: WorkHeaders,
): Pick<StandingRow, "sheetRow" | "findings">[] {
  const [first, ...later] = rows;
  if (first === undefined) return [];
  const keyOf = ({ key: { employerKey, startedOn } }: StandingRow) => `${employerKey}|${startedOn}`;
  return [first, ...later].flatMap((row) => {
    const stood = row.findings.find(({ kind }) => kind === SECOND_JOB);
    const isSecond = row !== first && keyOf(row) !== keyOf(first);
    if (stood === undefined && !(isSecond && row.canBeMended)) return [];
    const told = isSecond ? secondJobFinding(row, { ...first, name: null }, headers) : undefined;
    if (told?.message === stood?.message) return [];
    const others = row.findings.filter(({ kind }) => kind !== SECOND_JOB);
    const findings = told === undefined ? others : [...others, told];
    return [{ sheetRow: row.sheetRow, findings }];
  });
}

function otherName(row: CheckedPlacement, names: EmployerNames): EarlierRow | null {
  const { creditCode, employerName } = row.fields;
  if (creditCode === null || employerName === "") return null;
  const known = names.get(creditCode) ?? [];
  if (!known.some(({ name }) => name === employerName)) {
    names.set(creditCode, [...known, { sheetRow: row.sheetRow, name: employerName }]);
  }
  const isOther = (one: EarlierRow) => one.name !== employerName && one.sheetRow !== row.sheetRow;
  return known.find(isOther) ?? null;
}
