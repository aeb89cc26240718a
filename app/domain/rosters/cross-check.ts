import type { PovertyStatus } from "../people/poverty-status";
import { sameName, similarNumbers } from "../people/same-person";
import type { IdCardNumber } from "../shared/id-card-number";
import { maskIdCardNumber, maskName } from "../shared/masking";
import type { RegionCode } from "../shared/region-code";
import type { Finding } from "./finding";
import type { CheckedRow } from "./person-row";
import type { CountyScope } from "./training-row";

/** Headers under which cross-checks report. */
export interface KeyHeaders {
  readonly name: string;
  readonly idCardNumber: string;
}

/** What the registry holds under one ID number. */
export interface RegistryEntry {
  readonly name: string;
  readonly category: PovertyStatus | null;
  readonly countyCode: RegionCode | null;
}

/** A person known from elsewhere who may be meant by a row. */
export interface KnownPerson {
  readonly name: string;
  readonly idCardNumber: IdCardNumber;
}

/**
 * Whether a row's number is sound enough to be looked up: it has one, and nothing in its own row
 * refuses it. A row that repeats an earlier one is not looked up either; the caller knows which.
 */
export function canBeLookedUp(row: CheckedRow, headers: KeyHeaders): boolean {
  if (row.values.idCardNumber === null) return false;
  return !row.findings.some(
    (finding) => finding.severity === "refused" && finding.column === headers.idCardNumber,
  );
}

/**
 * Compares one row with what the registry holds under its number (null: nothing). `unverified`: what a line that is
 * not in the registry cannot do.
 */
export function checkAgainstRegistry(
  row: CheckedRow,
  entry: RegistryEntry | null,
  headers: KeyHeaders,
  county: CountyScope | null,
  unverified = "不能封存",
): Finding[] {
  const { sheetRow, values } = row;
  if (entry === null) {
    const message = `建档立卡数据中查不到这个身份证号，本行未经查验，${unverified}。请核对号码，或导入更新的建档立卡数据后再查验。`;
    return [warning(sheetRow, headers.idCardNumber, "not-in-registry", message)];
  }
  const findings: Finding[] = [];
  if (values.name !== null && !sameName(values.name, entry.name)) {
    const message = `建档立卡数据中这个身份证号的姓名是“${maskName(entry.name)}”，与本行不同。请对照身份证核对姓名和号码。`;
    findings.push(warning(sheetRow, headers.name, "name-differs-from-registry", message));
  }
  const known = row.findings.some((finding) => finding.kind === "other-county-person");
  if (county !== null && entry.countyCode !== null && !known && entry.countyCode !== county.code) {
    const message = `建档立卡数据中此人不在${county.name}。请核对是否应由其所在县上报。`;
    findings.push(warning(sheetRow, headers.idCardNumber, "other-county-person", message));
  }
  return findings;
}

/** Points out a known person of the same name whose number is one or two digits away. */
export function checkNearKnown(
  row: CheckedRow,
  sameNamed: readonly KnownPerson[],
  headers: KeyHeaders,
): Finding[] {
  const { idCardNumber, name } = row.values;
  if (idCardNumber === null || name === null) return [];
  const near = sameNamed.find(
    (person) => sameName(person.name, name) && similarNumbers(person.idCardNumber, idCardNumber),
  );
  if (near === undefined) return [];
  const message = `已有同名人员，身份证号只差一两位（${maskIdCardNumber(near.idCardNumber)}），可能是同一人填错了号码。请对照身份证核对。`;
  return [warning(row.sheetRow, headers.idCardNumber, "near-known-person", message)];
}

function warning(sheetRow: number, column: string, kind: string, message: string): Finding {
  return { sheetRow, column, kind, severity: "warning", message };
}
