import { checkPostRow } from "~/domain/rosters/check-post-row";
import { columnMap } from "~/domain/rosters/column-map";
import { findTable } from "~/domain/rosters/find-table";
import {
  postLayout,
  RECEIPT_MONTHS,
  receiptField,
  type PostField,
} from "~/domain/rosters/layouts/post";
import type { CheckedPost, PostContext } from "~/domain/rosters/post-row";
import { day } from "~/domain/shared/calendar-date";
import { idNumberOf } from "./id-card-number";
import { sheet, sheetRow } from "./sheet-row";
import { CONTEXT } from "./training-row";

type Cell = string | { readonly number: string };
export type PostCells = Partial<Record<PostField, Cell>>;

const BLANK = Object.fromEntries(RECEIPT_MONTHS.map((month) => [receiptField(month), ""]));

/** A forest guard of 武定县 from April to September 2020 who has signed for April and May. */
export const SOUND_POST: PostCells = {
  ...BLANK,
  sequence: { number: "1" },
  ...{ township: "狮山镇", village: "新村村委会", name: "罗志荣", sex: "" },
  idCardNumber: idNumberOf("532329", "1980-05-05", 563),
  ...{ phone: "15827307528", title: "护林员", employer: "" },
  ...{ startsOn: "2020-04-01", endsOn: "2020-09-30", leftOn: "" },
  monthlyRate: { number: "800" },
  ...{ fundSource: "", receipt4: "已签", receipt5: "已签", shortReason: "", note: "" },
};

/** Columns of a file that has every header of the layout but these, in order. */
export function postColumns(without: readonly PostField[] = []) {
  const fields = postLayout.fields.filter(({ key }) => !without.includes(key));
  const headers = fields.map(({ header }) => header);
  const { table } = findTable([sheet("名册", [headers])], postLayout);
  if (table === null) throw new Error("the layout does not find itself");
  return { columns: columnMap(table, postLayout), fields };
}

/** The sound post with some cells replaced, checked on 10 September 2020 in a file signed up to May. */
export function checkedPost(
  cells: PostCells = {},
  context: Partial<PostContext> = {},
  without: readonly PostField[] = [],
): CheckedPost {
  const { columns, fields } = postColumns(without);
  const all = { ...SOUND_POST, ...cells };
  const inOrder = fields.map(({ key }) => all[key] ?? "");
  return checkPostRow(sheetRow(4, inOrder), columns, {
    ...{ knownRegions: CONTEXT.knownRegions, today: day("2020-09-10") },
    ...{ cutOffOn: null, fundSource: "沪滇劳务协作", lastSigned: "2020-05" },
    ...context,
  });
}
