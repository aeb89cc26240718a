import { estimatedTotal } from "~/domain/jobs/job";
import type { RegistryIntake, TakenEntry } from "~/domain/people/registry-intake";
import type { RegistryField } from "~/domain/rosters/layouts/registry";
import { readRegistryRow } from "~/domain/rosters/registry-row";
import { idCardIndex } from "~/platform/crypto/blind-index.server";
import { sealText } from "~/platform/crypto/field-cipher.server";
import type { KeyRing } from "~/platform/crypto/key-ring.server";
import { dayInChina, now } from "~/platform/clock.server";
import type { ReportProgress } from "~/platform/jobs/job-runner.server";
import { pinyinInitials } from "~/platform/pinyin.server";
import { platform } from "~/platform/platform.server";
import { knownRegionCodes } from "~/platform/reference/region-codes.server";
import type { OpenTable } from "~/platform/workbook/open-table.server";
import type { EntryRow } from "./snapshot-store.server";

const BATCH_ROWS = 1_000;

/** The rows of an export that are taken, with ID numbers sealed and indexed, ready to be copied. */
export async function* sealedEntries(
  snapshotId: string,
  { columns, dataRows, fractionRead }: OpenTable<RegistryField>,
  intake: RegistryIntake,
  report: ReportProgress,
): AsyncGenerator<readonly EntryRow[]> {
  const { keyRing } = platform();
  const context = { knownRegions: knownRegionCodes(), today: dayInChina(now()) };
  let batch: EntryRow[] = [];
  for await (const row of dataRows) {
    const rawId = row.texts[columns.at.idCardNumber] ?? "";
    const entry = intake.take(readRegistryRow(row, columns, context), rawId);
    if (entry !== null) batch.push(sealedEntry(keyRing, snapshotId, entry));
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
    const rows = intake.entryCount + intake.refusedCount;
    await report(rows, estimatedTotal(rows, fractionRead()), "查验并写入");
  }
  yield batch;
}

function sealedEntry(ring: KeyRing, snapshotId: string, entry: TakenEntry): EntryRow {
  const { idCardNumber, name, values } = entry;
  const idIndex = idCardIndex(ring, idCardNumber);
  return [
    snapshotId,
    idIndex,
    entry.countyCode,
    sealText(ring, idCardNumber, `idNumber:${idIndex.toString("hex")}`),
    name,
    pinyinInitials(name),
    values.householdNo,
    values.householdHead,
    values.relationToHead,
    values.ethnicity,
    values.householdKind,
    values.category ?? "",
    values.liftedYear,
    values.township,
    values.village,
    entry.sheetRow,
  ];
}
