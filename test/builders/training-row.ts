import { checkRow } from "~/domain/rosters/check-row";
import { columnMap } from "~/domain/rosters/column-map";
import { findTable } from "~/domain/rosters/find-table";
import { trainingLayout } from "~/domain/rosters/layouts/training";
import type { TrainingField } from "~/domain/rosters/layouts/training";
import type { CheckedRow } from "~/domain/rosters/person-row";
import type { RowContext, TrainingValues } from "~/domain/rosters/training-row";
import { day } from "~/domain/shared/calendar-date";
import { idNumberOf } from "./id-card-number";
import { sheet, sheetRow } from "./sheet-row";

type Cell = string | { readonly number: string };

const HEADERS = trainingLayout.fields.map((field) => field.header);

/** A man of 南华县, 40 years old in 2020, whose line has nothing to remark on. */
export const SOUND_CELLS: Readonly<Record<TrainingField, Cell>> = {
  sequence: { number: "1" },
  name: "罗志荣",
  sex: "男",
  ethnicity: "彝族",
  idCardNumber: idNumberOf("532324", "1980-05-05", 563),
  address: "南华县五街镇河口村委会12组",
  phone: "15827307528",
  declaredRegistered: "是",
  declaredStatus: "已脱贫",
  trade: "家政服务员",
  period: "2020年6月1日至6月15日",
  startsOn: "",
  endsOn: "",
  signature: "",
  note: "",
};

export const CONTEXT: RowContext = {
  today: day("2020-07-01"),
  knownRegions: {
    has: (code) => code.startsWith("5323"),
    provinces: new Set(["11", "31", "53"]),
  },
  classStartsOn: null,
  titlePeriod: null,
  county: null,
};

/** Columns of a file that has every header of the layout, in order. */
export function allColumns() {
  const { table } = findTable([sheet("花名册", [HEADERS])], trainingLayout);
  if (table === null) throw new Error("the layout does not find itself");
  return columnMap(table, trainingLayout);
}

/** The sound line with some cells replaced, checked. */
export function checked(
  cells: Partial<Record<TrainingField, Cell>> = {},
  context: Partial<RowContext> = {},
  row = 4,
): CheckedRow<TrainingValues> {
  const all = { ...SOUND_CELLS, ...cells };
  const inOrder = trainingLayout.fields.map((field) => all[field.key]);
  return checkRow(sheetRow(row, inOrder), allColumns(), { ...CONTEXT, ...context });
}

/** `kind:severity` of each finding. */
export function kindsOf(row: CheckedRow): string[] {
  return row.findings.map((finding) => `${finding.kind}:${finding.severity}`);
}
