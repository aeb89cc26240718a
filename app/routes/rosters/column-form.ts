import type { RosterLayout } from "~/domain/rosters/layouts/layout";

/** Name of the select over one column of the file. */
export function columnName(column: number): string {
  return `column.${column}`;
}

/** What the officer says each column is; two columns for one field are asked back. */
export function readColumnChoice(form: FormData, layout: RosterLayout) {
  const columns: Partial<Record<string, number>> = {};
  const errors: Record<string, string> = {};
  for (const { key, header } of layout.fields) {
    const chosen = [...form.entries()].filter(([name, value]) => isColumn(name) && value === key);
    if (chosen.length > 1) {
      errors[chosen[1]?.[0] ?? "form"] = `有 ${chosen.length} 列都选成了“${header}”，只能选一列`;
    }
    const first = chosen[0];
    if (first !== undefined) columns[key] = Number(first[0].slice("column.".length));
  }
  if (Object.keys(errors).length > 0) return { errors };
  return {
    sheet: String(form.get("sheet")),
    headerRow: Number(form.get("headerRow")),
    signature: String(form.get("signature")).slice(0, 1_000),
    columns,
  };
}

function isColumn(name: string): boolean {
  return name.startsWith("column.");
}
