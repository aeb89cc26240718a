import type { ClientBase } from "pg";
import { checkRow } from "~/domain/rosters/check-row";
import type { ColumnMap } from "~/domain/rosters/column-map";
import type { Finding } from "~/domain/rosters/finding";
import type { TrainingField } from "~/domain/rosters/layouts/training";
import { matchRow, type KnownRecord, type MatchedRow } from "~/domain/rosters/match-row";
import { rowState } from "~/domain/rosters/roster-import";
import type { SheetRow } from "~/domain/rosters/sheet";
import type { CheckedRow, CountyScope, RowContext } from "~/domain/rosters/training-row";
import { birthOn, sexOf } from "~/domain/shared/id-card-number";
import { idCardIndex, phoneIndex } from "~/platform/crypto/blind-index.server";
import { openText, sealText } from "~/platform/crypto/field-cipher.server";
import { newId } from "~/platform/id.server";
import { pinyinInitials } from "~/platform/pinyin.server";
import { platform } from "~/platform/platform.server";
import {
  lookUp,
  lookUpNamesakes,
  type KnownRow,
  type Lookups,
  type LookupScope,
} from "./import-lookup.server";
import type { ImportRow } from "./import-row.server";

export interface Intake extends LookupScope {
  readonly importId: string;
  readonly columns: ColumnMap<TrainingField>;
  readonly rowContext: RowContext;
  readonly county: CountyScope;
}

/** One row of the file on its way in, with the earlier row of the same number, if any. */
interface Read {
  readonly source: SheetRow;
  readonly checked: CheckedRow;
  readonly duplicate: Finding | null;
  readonly idIndex: Buffer | null;
}

/**
 * Checks a batch of rows against the rules, the file's earlier rows (`duplicateOf`), the registry,
 * known persons and other classes, and seals what identifies a person. About 1,000 rows at a time
 * keep the questions to the database few and the memory small.
 */
export async function prepareRows(
  client: ClientBase,
  intake: Intake,
  sources: readonly SheetRow[],
  duplicateOf: (row: CheckedRow) => Finding | null,
): Promise<ImportRow[]> {
  const ring = platform().keyRing;
  const reads: Read[] = [];
  for (const source of sources) {
    const checked = checkRow(source, intake.columns, intake.rowContext);
    const { idCardNumber } = checked.values;
    reads.push({
      source,
      checked,
      duplicate: duplicateOf(checked),
      idIndex: idCardNumber === null ? null : idCardIndex(ring, idCardNumber),
    });
  }
  const indexes = reads.map((read) => read.idIndex).filter((index) => index !== null);
  const lookups = await lookUp(client, intake, indexes);
  const unknown = reads.filter(({ idIndex }) => idIndex !== null && !isKnown(lookups, idIndex));
  const names = unknown.map(({ checked }) => checked.values.name).filter((name) => name !== null);
  const namesakes = await lookUpNamesakes(client, intake, [...new Set(names)]);
  return reads.map((read) => {
    const key = read.idIndex?.toString("hex") ?? "";
    const facts = {
      duplicate: read.duplicate,
      registry: intake.snapshotId === null ? undefined : (lookups.registry.get(key) ?? null),
      person: recordOf(lookups.people.get(key), read.checked, key),
      line: recordOf(lookups.lines.get(key), read.checked, key),
      overlaps: lookups.overlaps.get(key) ?? [],
      sameNamed: namesakes.get(read.checked.values.name ?? "") ?? [],
    };
    const matched = matchRow(read.checked, facts, intake.columns, intake.county);
    return sealedRow(intake, read, matched, facts.registry ?? null);
  });
}

function isKnown(lookups: Lookups, idIndex: Buffer): boolean {
  const key = idIndex.toString("hex");
  return lookups.registry.has(key) || lookups.people.has(key);
}

/** Equal indexes mean equal phones; only a phone that differs is opened. */
function recordOf(
  row: KnownRow | undefined,
  checked: CheckedRow,
  idHex: string,
): KnownRecord | null {
  if (row === undefined) return null;
  const { name, ethnicity, address, phoneIndex: index, phoneSealed } = row;
  const given = checked.values.phone;
  const ring = platform().keyRing;
  const isSame = given !== null && index?.equals(phoneIndex(ring, given)) === true;
  if (isSame || phoneSealed === null)
    return { name, ethnicity, address, phone: isSame ? given : null };
  return { name, ethnicity, address, phone: openText(ring, phoneSealed, `phone:${idHex}`) };
}

function sealedRow(
  intake: Intake,
  { source, checked, idIndex }: Read,
  { findings, matching, differences }: MatchedRow,
  registry: Lookups["registry"] extends ReadonlyMap<string, infer Entry> ? Entry | null : never,
): ImportRow {
  const ring = platform().keyRing;
  const { values, sheetRow } = checked;
  const hex = idIndex?.toString("hex") ?? "";
  const number = values.idCardNumber;
  const needsSource = findings.length > 0 || differences.length > 0;
  return {
    importId: intake.importId,
    sheetRow,
    countyCode: intake.countyCode,
    state: rowState(findings),
    matching,
    differences,
    lineId: newId(),
    personId: newId(),
    idIndex,
    idSealed: number === null ? null : sealText(ring, number, `idNumber:${hex}`),
    phoneIndex: values.phone === null || number === null ? null : phoneIndex(ring, values.phone),
    phoneSealed:
      values.phone === null || number === null
        ? null
        : sealText(ring, values.phone, `phone:${hex}`),
    name: values.name ?? "",
    pinyinInitials: values.name === null ? "" : pinyinInitials(values.name),
    // By the number (GB 11643); what the file declares instead is among the findings.
    sex: number === null ? (values.sex ?? "") : sexOf(number),
    bornOn: number === null ? null : birthOn(number),
    ethnicity: values.ethnicity,
    address: values.address,
    declaredRegistered: values.declaredRegistered,
    declaredStatus: values.declaredStatus ?? "",
    trade: values.trade,
    note: values.note,
    findings,
    cellsSealed: needsSource
      ? sealText(
          ring,
          JSON.stringify([source.texts, source.kinds]),
          `cells:${intake.importId}:${sheetRow}`,
        )
      : null,
    verifiedSnapshotId: registry === null ? null : intake.snapshotId,
    verifiedCategory: registry?.category ?? null,
    registryCountyCode: registry?.countyCode ?? null,
  };
}
