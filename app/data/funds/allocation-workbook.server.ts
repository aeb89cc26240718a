import type { AllocationDraft, DraftLine } from "~/domain/funds/allocation-draft";
import {
  draftOfSheet,
  PROJECT_HEADERS,
  PROJECT_SHEET,
  projectsOfSheet,
  SHEET_HEADERS,
} from "~/domain/funds/allocation-sheet";
import type { ReceivedFile } from "~/data/files/file-store.server";
import type { SheetRow } from "~/domain/rosters/sheet";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { readStoredFile } from "~/platform/evidence-store.server";
import {
  openWorkbook,
  ROSTER_LIMITS,
  WorkbookRefused,
  type WorkbookLimits,
} from "~/platform/workbook/open-workbook.server";
import { writeWorkbook, type WriteRow } from "~/platform/workbook/write-workbook.server";

/** A table has a few hundred lines at most. */
const LIMITS: WorkbookLimits = { ...ROSTER_LIMITS, maxFileBytes: 5 * 1024 * 1024, maxRows: 3_000 };
const HEADERS =
  "没有找到表头：需要有“单位”“合计”两列和一至六列金额，请用本页的模板填写，或另存为 .xlsx 后再上传";

/** The table of an uploaded workbook as a draft; the sheet 项目 tells its projects. */
export async function readAllocationWorkbook(
  file: Pick<ReceivedFile, "id" | "fileName">,
): Promise<Outcome<AllocationDraft, string>> {
  try {
    const book = await openWorkbook(await readStoredFile(file.id), file.fileName, LIMITS);
    const sheets: { readonly name: string; readonly rows: readonly SheetRow[] }[] = [];
    for (const [at, { name, hidden }] of book.sheets.entries()) {
      if (hidden) continue;
      const rows: SheetRow[] = [];
      for await (const batch of book.rows(at)) rows.push(...batch);
      sheets.push({ name, rows });
    }
    const listed = sheets.find(({ name }) => name === PROJECT_SHEET)?.rows ?? [];
    const projects = projectsOfSheet(listed);
    for (const { name, rows } of sheets) {
      const draft = name === PROJECT_SHEET ? null : draftOfSheet(rows, projects);
      if (draft !== null) return done(draft);
    }
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return refused(error.message);
  }
  return refused(HEADERS);
}

/** A draft in the form of the template, with its projects on a sheet of their own. */
export function writeAllocationWorkbook(
  title: string,
  draft: AllocationDraft,
): AsyncIterable<Buffer> {
  const amounts = draft.columns.map(({ label }) => label);
  const { unit, area, declared, ...rest } = SHEET_HEADERS;
  const headers = [unit, area, declared, ...amounts, ...Object.values(rest)];
  const rows = [
    row([title], "title"),
    row(headers, "header"),
    ...draft.lines.map((line) => row(textsOf(line))),
    row(["合计", "", draft.declared, ...draft.columns.map((one) => one.declared)]),
  ];
  const projects = draft.projects.map((one) => {
    return row([one.label, one.clause, one.isLabour ? "是" : "", one.declared]);
  });
  return writeWorkbook([
    {
      name: "下达表",
      columns: headers.map((_, at) => ({ width: at === 0 ? 18 : 14 })),
      merges: [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: headers.length - 1 }],
      frozenRows: 2,
      paper: { orientation: "landscape", headRows: 2 },
      rows,
    },
    {
      name: PROJECT_SHEET,
      columns: [{ width: 28 }, { width: 14 }, { width: 10 }, { width: 16 }],
      rows: [row([...PROJECT_HEADERS], "header"), ...projects],
    },
  ]);
}

function textsOf(line: DraftLine): readonly string[] {
  const { unitName, area, declared, amounts, project, functionCode, economicCode } = line;
  const off = line.isOffTable ? "是" : "";
  return [
    unitName,
    area,
    declared,
    ...amounts,
    project,
    functionCode,
    economicCode,
    off,
    line.note,
  ];
}

function row(texts: readonly string[], style: "text" | "title" | "header" = "text"): WriteRow {
  return { cells: texts.map((text) => ({ text, style })) };
}
