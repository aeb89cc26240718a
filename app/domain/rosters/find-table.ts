import { tidyBlanks } from "../shared/cell-text";
import { headerIndex, matchHeader } from "./header-match";
import type { HeaderIndex, HeaderMatch } from "./header-match";
import type { RosterLayout } from "./layouts/layout";
import { depthAt, headingAbove } from "./merged-heading";
import { readTitle } from "./roster-title";
import type { FoundTable, MatchedColumn, SheetPreview, TableChoice, TableSearch } from "./table";
import { columnProblems, noTable, sheetProblems } from "./table-problems";

const SEARCHED_ROWS = 30;
const FEWEST_COLUMNS = 3;

interface Candidate<Key extends string> {
  readonly table: FoundTable<Key>;
  readonly score: number;
}

/**
 * Finds the sheet, the header row and the columns of a layout by themselves: under title rows and
 * merged headings, beside sheets of notes. Hidden sheets are never read. Choices made by hand win.
 */
export function findTable<Key extends string>(
  sheets: readonly SheetPreview[],
  layout: RosterLayout<Key>,
  choice?: TableChoice<Key>,
): TableSearch<Key> {
  const index = headerIndex(layout);
  if (choice !== undefined) return chosenTable(sheets, layout, index, choice);
  const visible = sheets.filter((sheet) => !sheet.info.hidden);
  const candidates = visible.map((sheet) => bestInSheet(sheet, index)).filter((c) => c !== null);
  const best = highest(candidates);
  if (best === null) return { table: null, problems: [noTable(sheets, layout)] };
  const complete = candidates.filter(({ table }) => hasRequired(table, layout));
  const others = complete.filter((candidate) => candidate !== best).map((c) => c.table.sheet);
  const hidden = sheets.filter((sheet) => sheet.info.hidden && bestInSheet(sheet, index) !== null);
  const problems = [
    ...columnProblems(best.table, layout),
    ...sheetProblems(
      best.table.sheet,
      others,
      hidden.map((sheet) => sheet.info.name),
    ),
  ];
  return { table: best.table, problems };
}

function chosenTable<Key extends string>(
  sheets: readonly SheetPreview[],
  layout: RosterLayout<Key>,
  index: HeaderIndex<Key>,
  choice: TableChoice<Key>,
): TableSearch<Key> {
  const sheet = sheets.find((candidate) => candidate.info.name === choice.sheet);
  const at = sheet?.rows.findIndex((row) => row.sheetRow === choice.headerRow) ?? -1;
  if (sheet === undefined || at < 0) return { table: null, problems: [noTable(sheets, layout)] };
  const found = tableAt(sheet, at, index, choice.headerDepth);
  const keys = new Map<number, Key>();
  for (const { key } of layout.fields) {
    const column = choice.columns[key];
    if (column !== undefined) keys.set(column, key);
  }
  const columns = found.columns.map((matched) => {
    const key = keys.get(matched.column) ?? null;
    return { ...matched, key, confidence: key === null ? 0 : 1 };
  });
  const table = { ...found, columns };
  return { table, problems: columnProblems(table, layout) };
}

function bestInSheet<Key extends string>(
  sheet: SheetPreview,
  index: HeaderIndex<Key>,
): Candidate<Key> | null {
  const rows = sheet.rows.slice(0, SEARCHED_ROWS);
  const candidates: Candidate<Key>[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const table = tableAt(sheet, at, index);
    const best = new Map<Key, number>();
    for (const { key, confidence } of table.columns) {
      if (key !== null) best.set(key, Math.max(best.get(key) ?? 0, confidence));
    }
    if (best.size < FEWEST_COLUMNS) continue;
    candidates.push({ table, score: [...best.values()].reduce((sum, each) => sum + each, 0) });
  }
  return highest(candidates);
}

function tableAt<Key extends string>(
  sheet: SheetPreview,
  at: number,
  index: HeaderIndex<Key>,
  depth?: number,
): FoundTable<Key> {
  const row = sheet.rows[at];
  if (row === undefined) throw new RangeError("no such row in the preview");
  const headerDepth = depth ?? depthAt(row, sheet.merges);
  const below = headerDepth === 2 ? sheet.rows.find((r) => r.sheetRow === row.sheetRow + 1) : null;
  const width = Math.max(row.texts.length, below?.texts.length ?? 0);
  const columns: MatchedColumn<Key>[] = [];
  for (let column = 0; column < width; column += 1) {
    const merges = headerDepth === 2 ? sheet.merges : [];
    const upper = tidyBlanks(headingAbove(row, column, merges));
    const lower = tidyBlanks(below?.texts[column] ?? "");
    if (upper === "" && lower === "") continue;
    const match = bestMatch(index, lower === "" ? [upper] : [upper + lower, lower]);
    const header = lower === "" ? upper : lower;
    columns.push({ column, header, key: match?.key ?? null, confidence: match?.confidence ?? 0 });
  }
  const title = readTitle(sheet.rows.slice(0, at));
  return { sheet: sheet.info.name, headerRow: row.sheetRow, headerDepth, columns, title };
}

function bestMatch<Key extends string>(
  index: HeaderIndex<Key>,
  texts: readonly string[],
): HeaderMatch<Key> | null {
  const matches = texts.map((text) => matchHeader(index, text)).filter((match) => match !== null);
  return matches.sort((a, b) => b.confidence - a.confidence)[0] ?? null;
}

function highest<Key extends string>(candidates: readonly Candidate<Key>[]): Candidate<Key> | null {
  let best: Candidate<Key> | null = null;
  for (const candidate of candidates) {
    if (best === null || candidate.score > best.score) best = candidate;
  }
  return best;
}

function hasRequired<Key extends string>(
  table: FoundTable<Key>,
  layout: RosterLayout<Key>,
): boolean {
  const keys = new Set(table.columns.map((column) => column.key));
  return layout.fields.every(({ key, required }) => !required || keys.has(key));
}
