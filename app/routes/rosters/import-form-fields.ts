import { IMPORT_LAYOUT_IDS, IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import type { Decision } from "~/domain/rosters/roster-import";

/** Of all layouts: a field that the import's own does not have has no column to be written to. */
const FIELDS: ReadonlySet<string> = new Set(
  IMPORT_LAYOUT_IDS.flatMap((id) => IMPORT_LAYOUTS[id].layout.fields.map(({ key }) => key)),
);

/** A row as the spreadsheet counts it; names of fields come from outside. */
function isRow(text: string | undefined): boolean {
  return /^[1-9]\d{0,6}$/.test(text ?? "");
}

/** Name of the box over one cell of the grid. */
export function cellName(sheetRow: number, field: string): string {
  return `cell.${sheetRow}.${field}`;
}

export function decisionName(sheetRow: number): string {
  return `decision.${sheetRow}`;
}

/** Boxes left empty change nothing. */
export function readCorrections(form: FormData) {
  const rows = new Map<number, Partial<Record<string, string>>>();
  for (const [name, value] of form.entries()) {
    const [kind, row, field] = name.split(".");
    if (kind !== "cell" || typeof value !== "string" || value.trim() === "") continue;
    if (!isRow(row) || field === undefined || !FIELDS.has(field)) continue;
    const values = rows.get(Number(row)) ?? {};
    rows.set(Number(row), { ...values, [field]: value });
  }
  return [...rows].map(([sheetRow, values]) => ({ sheetRow, values }));
}

export function readDecisions(form: FormData) {
  const rows: { sheetRow: number; decision: Decision }[] = [];
  for (const [name, value] of form.entries()) {
    const [kind, row] = name.split(".");
    if (kind !== "decision" || (value !== "keep" && value !== "take")) continue;
    if (!isRow(row)) continue;
    rows.push({ sheetRow: Number(row), decision: value });
  }
  return rows;
}
