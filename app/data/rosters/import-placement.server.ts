import type { PoolClient } from "pg";
import { writtenWorkplaceFinder } from "~/domain/placements/written-workplace";
import { countyFinder } from "~/domain/regions/county-finder";
import { checkPlacementRow } from "~/domain/rosters/check-placement-row";
import { columnsFor } from "~/domain/rosters/column-map";
import { placementLayout } from "~/domain/rosters/layouts/placement";
import { repeatedPlacement } from "~/domain/rosters/placement-findings";
import {
  earlierRows,
  placementDuplicates,
  placementKey,
  type EmployerNames,
} from "~/domain/rosters/placement-memory";
import type { CheckedPlacement, HomeScope, PlacementContext } from "~/domain/rosters/placement-row";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { countiesWithin } from "~/data/regions/region-name-view.server";
import {
  knownRegionCodes,
  presentRegions,
  regionName,
} from "~/platform/reference/region-codes.server";
import type { ImportFacts, Intake, StoredTable } from "./import-intake.server";
import { placementAnswers } from "./placement-answers.server";
import { retellSecondJobs } from "./second-jobs.server";

const findWorkplace = writtenWorkplaceFinder(presentRegions());

/** A ledger of labour transfer on its way in. */
export async function openPlacementIntake(
  client: PoolClient,
  { importId, countyCode }: ImportFacts,
  { columns: kept, table }: StoredTable,
  today: CalendarDate,
): Promise<Intake<CheckedPlacement>> {
  const columns = columnsFor(placementLayout, kept);
  const home = homeScope(countyCode);
  const context: PlacementContext = {
    ...{ today, home, findWorkplace, knownRegions: knownRegionCodes() },
    cutOffOn: table.title.cutOffOn ?? null,
  };
  const earlier = earlierRows(columns.header, await namesSoFar(client, importId));
  const notices = await registryNotices(client, home, context.cutOffOn ?? today);
  return {
    ...{ importId, countyCode, columns, notices },
    check: (row) => {
      const checked = checkPlacementRow(row, columns, context);
      return { ...checked, findings: [...checked.findings, ...earlier(checked)] };
    },
    repeatOf: placementDuplicates(columns.header),
    repeated: (row, first) => repeatedPlacement(row, first, columns.header),
    repeatKey: placementKey,
    retell: (asking, idIndexes) => retellSecondJobs(asking, importId, idIndexes, columns.header),
    answers: (asking, reads) =>
      placementAnswers(asking, reads, { headers: columns.header, countyCode }),
  };
}

/** What checked rows have said of employers; empty when the file is read for the first time. */
async function namesSoFar(client: PoolClient, importId: string): Promise<EmployerNames> {
  const { rows } = await client.query<{ code: string; name: string; sheetRow: number }>(
    `SELECT fields->>'creditCode' AS code, fields->>'employerName' AS name,
       min(sheet_row) AS "sheetRow"
     FROM roster_import_row WHERE import_id = $1 AND fields->>'creditCode' IS NOT NULL
     GROUP BY 1, 2 ORDER BY 3`,
    [importId],
  );
  const names: EmployerNames = new Map();
  for (const { code, ...one } of rows) names.set(code, [...(names.get(code) ?? []), one]);
  return names;
}

async function registryNotices(
  client: PoolClient,
  { name, counties }: HomeScope,
  on: CalendarDate,
): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>(
    "SELECT code FROM unnest($1::text[]) AS code WHERE snapshot_in_force(code, $2) IS NULL",
    [counties.map(({ code }) => code), on],
  );
  const without = counties.filter(({ code }) => rows.some((row) => row.code === code));
  if (without.length === 0) {
    return ["各行已按上岗当日适用的建档立卡数据查验；上岗早于数据导出日的，属事后查验。"];
  }
  const whose =
    without.length === counties.length ? name : without.map((one) => one.name).join("、");
  return [
    `${whose}还没有建档立卡数据，其人员未查验，不计入任务完成数。请先在“登记库”导入大数据平台的导出文件。`,
  ];
}

function homeScope(code: string): HomeScope {
  const name = regionName(code) ?? code;
  const isCounty = !code.endsWith("00");
  const counties = isCounty ? [{ code, name }] : countiesWithin(code);
  const all = presentRegions().filter((one) => one.level === "COUNTY");
  return {
    ...{ name, counties, own: isCounty ? { code, name } : null },
    find: countyFinder(counties),
    findAnywhere: countyFinder(all),
  };
}
