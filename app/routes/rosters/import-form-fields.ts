import { trainingLayout, type TrainingField } from "~/domain/rosters/layouts/training";
import type { Decision } from "~/domain/rosters/roster-import";

const FIELDS: ReadonlySet<string> = new Set(trainingLayout.fields.map(({ key }) => key));

/** A row as the spreadsheet counts it; names of fields come from outside. */
function isRow(text: string | undefined): boolean {
  return /^[1-9]\d{0,6}$/.test(text ?? "");
}

/** Name of the box over one cell of the grid. */
export function cellName(sheetRow: number, field: TrainingField): string {
  return `cell.${sheetRow}.${field}`;
}

export function decisionName(sheetRow: number): string {
  return `decision.${sheetRow}`;
}

/** Boxes left empty change nothing. */
export function readCorrections(form: FormData) {
  const rows = new Map<number, Partial<Record<TrainingField, string>>>();
  for (const [name, value] of form.entries()) {
    const [kind, row, field] = name.split(".");
    if (kind !== "cell" || typeof value !== "string" || value.trim() === "") continue;
    if (!isRow(row) || !FIELDS.has(field ?? "")) continue;
    const values = rows.get(Number(row)) ?? {};
    rows.set(Number(row), { ...values, [field as TrainingField]: value });
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
