import { presentRegions } from "~/platform/reference/region-codes.server";
import { writtenWorkplaceFinder } from "~/domain/placements/written-workplace";
import { countyFinder } from "~/domain/regions/county-finder";
import { checkPlacementRow } from "~/domain/rosters/check-placement-row";
import { columnMap } from "~/domain/rosters/column-map";
import { findTable } from "~/domain/rosters/find-table";
import { placementLayout, type PlacementField } from "~/domain/rosters/layouts/placement";
import type { CheckedPlacement, HomeScope, PlacementContext } from "~/domain/rosters/placement-row";
import { day } from "~/domain/shared/calendar-date";
import { idNumberOf } from "./id-card-number";
import { sheet, sheetRow } from "./sheet-row";
import { CONTEXT } from "./training-row";

type Cell = string | { readonly number: string };

const HEADERS = placementLayout.fields.map(({ header }) => header);
const COUNTIES = presentRegions().filter(({ level }) => level === "COUNTY");

/** A man of 南华县, 40 years old in 2020, placed in 嘉定区, whose line has nothing to remark on. */
export const SOUND_LINE: Readonly<Record<PlacementField, Cell>> = {
  sequence: { number: "1" },
  county: "南华县",
  township: "龙川镇",
  village: "大智阁村委会",
  name: "罗志荣",
  sex: "男",
  idCardNumber: idNumberOf("532324", "1980-05-05", 563),
  phone: "15827307528",
  workProvince: "上海市",
  workPrefecture: "",
  workplace: "嘉定区",
  employer: "嘉定物流有限公司",
  creditCode: "91310114EGLPXMHH7H",
  jobTitle: "装卸工",
  monthlyWage: { number: "4500" },
  startedOn: "2020-05-06",
  contractKind: "劳动合同",
  form: "",
  arrangement: "有组织",
  publicPost: "否",
  workerGroup: "",
  contractFrom: "",
  contractTo: "",
  endedOn: "",
  endReason: "",
  batch: "",
  note: "",
};

const NANHUA = { code: "532324", name: "南华县" };

/** Whose people the file brings: those of 南华县, or of the counties of 楚雄州. */
export function homeOf(place: "county" | "prefecture"): HomeScope {
  const isCounty = place === "county";
  const counties = isCounty ? [NANHUA] : COUNTIES.filter(({ code }) => code.startsWith("5323"));
  return {
    ...{ counties, own: isCounty ? NANHUA : null },
    name: isCounty ? NANHUA.name : "楚雄彝族自治州",
    find: countyFinder(counties),
    findAnywhere: countyFinder(COUNTIES),
  };
}

/** Columns of a file that has every header of the layout, in order. */
export function ledgerColumns() {
  const { table } = findTable([sheet("台账", [HEADERS])], placementLayout);
  if (table === null) throw new Error("the layout does not find itself");
  return columnMap(table, placementLayout);
}

/** The sound line with some cells replaced, checked on 10 September for a ledger up to 31 August 2020. */
export function checkedPlacement(
  cells: Partial<Record<PlacementField, Cell>> = {},
  context: Partial<PlacementContext> = {},
  row = 4,
): CheckedPlacement {
  const all = { ...SOUND_LINE, ...cells };
  const inOrder = placementLayout.fields.map(({ key }) => all[key]);
  return checkPlacementRow(sheetRow(row, inOrder), ledgerColumns(), {
    ...{ knownRegions: CONTEXT.knownRegions, home: homeOf("county") },
    ...{ today: day("2020-09-10"), cutOffOn: day("2020-08-31") },
    findWorkplace: writtenWorkplaceFinder(presentRegions()),
    ...context,
  });
}
