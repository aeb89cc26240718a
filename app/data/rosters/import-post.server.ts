import type { PoolClient } from "pg";
import { checkPostRow, signedWithin } from "~/domain/rosters/check-post-row";
import { columnsFor, type ColumnMap } from "~/domain/rosters/column-map";
import { postLayout, type PostField } from "~/domain/rosters/layouts/post";
import { monthText } from "~/domain/rosters/receipt-cells";
import { repeatedPost } from "~/domain/rosters/post-findings";
import { earlierTerms, postDuplicates, postKey } from "~/domain/rosters/post-memory";
import type { CheckedPost, PostContext } from "~/domain/rosters/post-row";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { readStoredFile } from "~/platform/evidence-store.server";
import { knownRegionCodes } from "~/platform/reference/region-codes.server";
import { openTable } from "~/platform/workbook/open-table.server";
import { ROSTER_LIMITS } from "~/platform/workbook/workbook-limits.server";
import type { ImportFacts, Intake, StoredTable } from "./import-intake.server";
import { postAnswers } from "./post-answers.server";

const AS_CONFIRMED =
  "名册里的人按已聘用登记，标明来自导入，没有经过本系统的公示和确认；未挂岗位指标，入册后请逐条挂上。“已签”是文件所载，不算签收。";

/** A county's roster of public-service posts on its way in. */
export async function openPostIntake(
  client: PoolClient,
  facts: ImportFacts,
  stored: StoredTable,
  today: CalendarDate,
): Promise<Intake<CheckedPost>> {
  const { importId, countyCode } = facts;
  const columns = columnsFor(postLayout, stored.columns);
  const { title } = stored.table;
  const unsigned: PostContext = {
    ...{ today, knownRegions: knownRegionCodes(), cutOffOn: title.cutOffOn ?? null },
    // Imports checked before this ledger was known have stored no such line.
    fundSource: withNumbersMasked(title.fundSource ?? ""),
    lastSigned: null,
  };
  const lastSigned =
    (await lastSignedOnRecord(client, importId)) ??
    (await lastSignedInFile(facts, stored, columns, unsigned));
  const context = { ...unsigned, lastSigned };
  const earlier = earlierTerms();
  const inFile = new WeakMap<CheckedPost, ReturnType<typeof earlier>>();
  return {
    ...{ importId, countyCode, columns },
    notices: [
      AS_CONFIRMED,
      await registryNotice(client, countyCode, today),
      ...laterMonthsNotice(lastSigned),
    ],
    check: (row) => {
      const checked = checkPostRow(row, columns, context);
      inFile.set(checked, earlier(checked));
      return checked;
    },
    repeatOf: postDuplicates(columns.header),
    repeated: (row, first) => repeatedPost(row, first, columns.header),
    repeatKey: postKey,
    ofOtherRows: ["two-posts-in-file", "chain"],
    answers: (asking, reads) =>
      postAnswers(asking, reads, {
        ...{ importId, headers: columns.header, countyCode },
        inFile: (row) => inFile.get(row) ?? [],
      }),
  };
}

/** Row by row only months up to the last signed one are told; the board counts the later ones too. */
function laterMonthsNotice(lastSigned: string | null): readonly string[] {
  const rest = "不逐行提示；已过的月份入册后在岗位看板列为待签收，请补上签收单。";
  if (lastSigned === null) return [`这份名册没有一个月份有人签收，${rest}`];
  return [`${monthText(lastSigned)}以后的月份，这份名册没有人签收，${rest}`];
}

/** As the rows checked before have said it; null when the file is read for the first time, or nobody signed. */
async function lastSignedOnRecord(client: PoolClient, importId: string): Promise<string | null> {
  const { rows } = await client.query<{ month: string | null }>(
    `SELECT max(m) AS month
     FROM roster_import_row r, jsonb_array_elements_text(r.fields->'statedReceipts') AS m
     WHERE r.import_id = $1 AND m >= left(r.fields->>'startsOn', 7)
       AND m <= left(coalesce(r.fields->>'leftOn', r.fields->>'endsOn'), 7)`,
    [importId],
  );
  return rows[0]?.month ?? null;
}

/**
 * Which months have been paid at all can be told only when the whole file was seen, and each row is to be told what
 * it lacks: so the file is read once before its rows are checked. These files are of a county, some hundred rows.
 */
async function lastSignedInFile(
  { fileId, fileName }: ImportFacts,
  { table: { sheet, headerRow, headerDepth } }: StoredTable,
  columns: ColumnMap<PostField>,
  context: PostContext,
): Promise<string | null> {
  const file = { bytes: await readStoredFile(fileId), name: fileName };
  const at = Object.entries(columns.at).filter(([, column]) => column >= 0);
  const choice = { sheet, headerRow, headerDepth, columns: Object.fromEntries(at) };
  const { opened } = await openTable(file, ROSTER_LIMITS, postLayout, choice);
  let last: string | null = null;
  for await (const row of opened?.dataRows ?? []) {
    for (const month of signedWithin(row, columns, context)) {
      if (last === null || month > last) last = month;
    }
  }
  return last;
}

async function registryNotice(client: PoolClient, countyCode: string, on: CalendarDate) {
  const { rows } = await client.query<{ snapshot: string | null }>(
    "SELECT snapshot_in_force($1, $2) AS snapshot",
    [countyCode, on],
  );
  return rows[0]?.snapshot == null
    ? "本县还没有建档立卡数据，各行未查验。请先在“登记库”导入大数据平台的导出文件。"
    : "各行已按上岗当日适用的建档立卡数据查验；上岗早于数据导出日的，属事后查验。";
}
