import { checkRow } from "~/domain/rosters/check-row";
import { canBeLookedUp, checkAgainstRegistry } from "~/domain/rosters/cross-check";
import { duplicateFinder } from "~/domain/rosters/duplicate-finder";
import type { Finding } from "~/domain/rosters/finding";
import type { TrainingField } from "~/domain/rosters/layouts/training";
import { trainingLayout } from "~/domain/rosters/layouts/training";
import type { RowContext } from "~/domain/rosters/training-row";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { done, refused } from "~/domain/shared/outcome";
import type { Outcome } from "~/domain/shared/outcome";
import type { Period } from "~/domain/shared/written-date";
import { knownRegionCodes } from "~/platform/reference/region-codes.server";
import { ROSTER_LIMITS } from "~/platform/workbook/workbook-limits.server";
import { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";
import { openTable, type OpenTable } from "~/platform/workbook/open-table.server";
import { readRegistry, unreadable } from "~/data/registry/registry-file.server";
import type { NamedFile, Registry, UnreadableFile } from "~/data/registry/registry-file.server";
import type { RosterReport } from "~/domain/rosters/roster-report";

export interface RosterCheck {
  readonly roster: NamedFile;
  /** Export of the poverty registry; null: rows are not verified. */
  readonly registry: NamedFile | null;
  /** First day of class; null: as the row, else the lines above the header, state it. */
  readonly classStartsOn: CalendarDate | null;
  readonly today: CalendarDate;
}

/** Checks a training roster file without a database: rows, duplicates and, when given, the registry. */
export async function checkRosterFile(
  request: RosterCheck,
): Promise<Outcome<RosterReport, UnreadableFile>> {
  let reading = request.roster;
  try {
    const { problems, notices, opened } = await openTable(reading, ROSTER_LIMITS, trainingLayout);
    if (opened === null) return unreadable(reading, problems);
    const context = contextOf(request, opened.table.title.period);
    if (request.registry !== null) reading = request.registry;
    const registry = await readRegistry(request.registry, context);
    if (!registry.ok) return registry;
    reading = request.roster;
    const { rows, findings } = await checkRows(opened, context, registry.value);
    const { sheet, headerRow } = opened.table;
    const said = [...notices, ...problems.map((problem) => problem.message)];
    const verified = registry.value !== null;
    return done({ file: reading.name, sheet, headerRow, rows, findings, verified, notices: said });
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return refused({ file: reading.name, message: error.message });
  }
}

function contextOf({ today, classStartsOn }: RosterCheck, titlePeriod: Period | null): RowContext {
  return { today, knownRegions: knownRegionCodes(), classStartsOn, titlePeriod, county: null };
}

async function checkRows(
  { columns, dataRows }: OpenTable<TrainingField>,
  context: RowContext,
  registry: Registry | null,
): Promise<Pick<RosterReport, "rows" | "findings">> {
  const findings: Finding[] = [];
  const headers = columns.header;
  const repeated = duplicateFinder(headers);
  let rows = 0;
  for await (const row of dataRows) {
    rows += 1;
    const checked = checkRow(row, columns, context);
    const duplicate = repeated(checked);
    findings.push(...checked.findings);
    if (duplicate !== null) findings.push(duplicate);
    if (registry === null || duplicate !== null || !canBeLookedUp(checked, headers)) continue;
    const entry = registry.get(checked.values.idCardNumber ?? "") ?? null;
    findings.push(...checkAgainstRegistry(checked, entry, headers, null));
  }
  return { rows, findings };
}
