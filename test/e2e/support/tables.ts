import type { Locator } from "@playwright/test";

/** A table as people read it: one record a row, by the words of its headings. */
export async function readTable(table: Locator): Promise<Record<string, string>[]> {
  return table.evaluate((element) => {
    const text = (cell: Element) => (cell.textContent ?? "").replace(/\s+/g, " ").trim();
    const headings = Array.from(element.querySelectorAll("thead th"), text);
    return Array.from(element.querySelectorAll("tbody tr"), (row) =>
      Object.fromEntries(
        Array.from(row.children, (cell, index) => [headings[index] ?? String(index), text(cell)]),
      ),
    );
  });
}
