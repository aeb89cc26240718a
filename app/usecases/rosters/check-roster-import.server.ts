import type { PoolClient } from "pg";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import { finishJobInBulk } from "~/data/jobs/job-store.server";
import { copyImportRows } from "~/data/rosters/import-row.server";
import { importBatches } from "~/data/rosters/import-batches.server";
import { findImportFacts, type ImportFacts } from "~/data/rosters/import-intake.server";
import { LAYOUT_ADAPTERS } from "~/data/rosters/import-layouts.server";
import * as outcome from "~/data/rosters/import-outcome.server";
import { regionAndCounties } from "~/data/regions/region-name-view.server";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { dayInChina, now } from "~/platform/clock.server";
import { readStoredFile } from "~/platform/evidence-store.server";
import {
  JobRefused,
  type ClaimedJob,
  type ReportProgress,
} from "~/platform/jobs/job-runner.server";
import type { Scope } from "~/platform/prisma/transaction.server";
import { ROSTER_LIMITS } from "~/platform/workbook/workbook-limits.server";
import { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";
import { openTable, type OpenTable } from "~/platform/workbook/open-table.server";

/**
 * The check of an uploaded roster: reads the file, checks every row, and stores the preview. One
 * transaction: a worker killed in the middle leaves the import waiting, to be checked again.
 */
export async function checkRosterImport(job: ClaimedJob, report: ReportProgress): Promise<void> {
  const scope = { userId: job.createdBy, counties: regionAndCounties(job.countyCode) };
  await inBulkTransaction(scope, async (client) => {
    const facts = await findImportFacts(client, job.subjectId);
    if (facts === null) throw new JobRefused("这次导入已不存在。");
    await report(0, null, "正在读取文件");
    try {
      const found = await tableOf(client, facts);
      if (found.opened === null) await outcome.needsColumns(client, facts.importId, found);
      else await checkRows(client, scope, facts, found.opened, found, report);
    } catch (error) {
      if (!(error instanceof WorkbookRefused)) throw error;
      // What was copied before the file showed itself broken goes with the savepoint.
      await outcome.unreadable(client, facts.importId, error.message);
    }
    await finishJobInBulk(client, job.id, now(), "");
  });
}

/** The table as found or chosen by hand; a county's remembered columns stand in for its own spelling. */
async function tableOf(client: PoolClient, facts: ImportFacts) {
  const file = { bytes: await readStoredFile(facts.fileId), name: facts.fileName };
  await client.query("SAVEPOINT reading");
  const { layout } = IMPORT_LAYOUTS[facts.layout];
  const choice = await outcome.findChoice(client, facts.importId);
  const found = await openTable(file, ROSTER_LIMITS, layout, choice ?? undefined);
  if (choice !== null) return found;
  const remembered = await outcome.findRemembered(client, facts, found.sheets);
  if (remembered === null) return found;
  return openTable(file, ROSTER_LIMITS, layout, remembered);
}

async function checkRows(
  client: PoolClient,
  scope: Scope,
  facts: ImportFacts,
  opened: OpenTable<string>,
  found: outcome.FoundInFile,
  report: ReportProgress,
): Promise<void> {
  const adapter = LAYOUT_ADAPTERS[facts.layout];
  const intake = await adapter.open(client, facts, opened, dayInChina(now()));
  if (intake === null) throw new JobRefused("这次导入的培训班已不存在。");
  let rowCount = 0;
  const onRows = async (rows: number, total: number | null) => {
    rowCount = rows;
    await report(rows, total, "正在逐行查验");
  };
  // COPY occupies this connection; the questions about each batch go over another.
  await inBulkTransaction(scope, (asking) =>
    copyImportRows(client, importBatches(asking, intake, opened, onRows)),
  );
  const notices = [
    ...found.notices,
    ...found.problems.map((one) => one.message),
    ...intake.notices,
  ];
  await outcome.checked(client, facts.importId, opened, { notices, rowCount }, now());
}
