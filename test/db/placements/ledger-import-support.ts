import { listImportRows } from "~/data/rosters/import-rows-view.server";
import { viewImport } from "~/data/rosters/import-view.server";
import type { Actor } from "~/domain/access/actor";
import { placementLayout, type PlacementField } from "~/domain/rosters/layouts/placement";
import { openWorkbook, ROSTER_LIMITS } from "~/platform/workbook/open-workbook.server";
import { writeWorkbook } from "~/platform/workbook/write-workbook.server";
import { requestCommit } from "~/usecases/rosters/request-commit.server";
import { uploadPlacements } from "~/usecases/rosters/upload-placements.server";
import type { sample } from "../rosters/support";
import { received, value, workOff } from "../rosters/support";

/** After the sample's cut-off day, 31 August 2020. */
export const NOW = new Date("2020-09-10T02:00:00Z");
export const TODAY = "2020-09-10";

type Cells = Readonly<Partial<Record<PlacementField, string>>>;

/** The sample's cells as text, from the first row below its header to the last above the signature. */
export async function sampleCells(): Promise<readonly (readonly string[])[]> {
  const { readFile } = await import("node:fs/promises");
  const bytes = await readFile("prisma/demo/placement-roster-prefecture.xlsx");
  const book = await openWorkbook(bytes, "台账.xlsx", ROSTER_LIMITS);
  const rows: (readonly string[])[] = [];
  for await (const batch of book.rows(0)) rows.push(...batch.map(({ texts }) => texts));
  return rows.slice(3, -1);
}

let files = 0;

/** A ledger with the layout's own headers, but for those left out; no two files are of the same bytes. */
export async function ledgerFile(lines: readonly Cells[], without: readonly PlacementField[] = []) {
  const fields = placementLayout.fields.filter(({ key }) => !without.includes(key));
  files += 1;
  const title = `转移就业台账（第${files}份）`;
  const rows = [
    [title],
    fields.map(({ header }) => header),
    ...lines.map((cells) => fields.map(({ key }) => cells[key] ?? "")),
  ].map((texts) => ({ cells: texts.map((text) => ({ text })) }));
  const sheet = { name: "台账", columns: fields.map(() => ({ width: 12 })), rows };
  const chunks: Buffer[] = [];
  for await (const chunk of writeWorkbook([sheet])) chunks.push(chunk);
  return received(Buffer.concat(chunks), "台账.xlsx");
}

type File = Awaited<ReturnType<typeof sample>>;

/** Uploads and checks; answers the import's id. */
export async function checkedLedger(
  actor: Actor,
  regionCode: string,
  file: File,
  previousImportId: string | null = null,
): Promise<string> {
  const upload = { regionCode, file, previousImportId };
  const { importId } = value(await uploadPlacements(actor, upload, NOW));
  await workOff();
  return importId;
}

export async function intoLedger(
  actor: Actor,
  importId: string,
  mode: "all" | "goodOnly" = "all",
): Promise<void> {
  value(await requestCommit(actor, importId, mode, NOW));
  await workOff();
}

export function ledgerRows(actor: Actor, importId: string) {
  return listImportRows(actor, importId, { filter: "all", afterRow: 0, size: 500 });
}

export async function importPage(actor: Actor, importId: string) {
  const view = await viewImport(actor, importId, TODAY);
  if (view === null) throw new Error("import not in sight");
  return view;
}

/** The same rows in other bytes; the prefecture's form of 2020 has no groups of people. */
export async function copyOfSample(): Promise<File> {
  const { fields } = placementLayout;
  const written = fields.filter(({ inTemplate, key }) => inTemplate && key !== "workerGroup");
  const lines = (await sampleCells()).map((texts) =>
    Object.fromEntries(written.map(({ key }, at) => [key, texts[at] ?? ""])),
  );
  return ledgerFile(lines);
}
