import type { ClientBase } from "pg";
import type { Finding } from "~/domain/rosters/finding";
import type { CheckedRow } from "~/domain/rosters/person-row";
import { rowState } from "~/domain/rosters/roster-import";
import type { SheetRow } from "~/domain/rosters/sheet";
import { birthOn, sexOf } from "~/domain/shared/id-card-number";
import { idCardIndex, phoneIndex } from "~/platform/crypto/blind-index.server";
import { sealText } from "~/platform/crypto/field-cipher.server";
import { newId } from "~/platform/id.server";
import { pinyinInitials } from "~/platform/pinyin.server";
import { platform } from "~/platform/platform.server";
import type { Answer, Intake, Read } from "./import-intake.server";
import type { ImportRow } from "./import-row.server";

/**
 * Checks a batch of rows against the rules, the file's earlier rows (`duplicateOf`), the registry,
 * known persons and other work, and seals what identifies a person. About 1,000 rows at a time
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
    const checked = intake.check(source);
    const { idCardNumber } = checked.values;
    reads.push({
      source,
      checked,
      duplicate: duplicateOf(checked),
      idIndex: idCardNumber === null ? null : idCardIndex(ring, idCardNumber),
    });
  }
  const answers = await intake.answers(client, reads);
  return answers.flatMap((answer, at) => {
    const read = reads[at];
    return read === undefined ? [] : [sealedRow(intake, read, answer)];
  });
}

function sealedRow(
  intake: Intake,
  { source, checked, idIndex }: Read,
  { findings, matching, differences, stored }: Answer,
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
    findings,
    cellsSealed: needsSource
      ? sealText(
          ring,
          JSON.stringify([source.texts, source.kinds]),
          `cells:${intake.importId}:${sheetRow}`,
        )
      : null,
    ...stored,
  };
}
