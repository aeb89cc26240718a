import type { RegistryEntry } from "~/domain/rosters/cross-check";
import { registryLayout, type RegistryField } from "~/domain/rosters/layouts/registry";
import { readRegistryRow } from "~/domain/rosters/registry-row";
import type { TableProblem } from "~/domain/rosters/table";
import type { IdCheckContext } from "~/domain/shared/id-card-check";
import { done, refused } from "~/domain/shared/outcome";
import type { Outcome } from "~/domain/shared/outcome";
import { readStoredFile } from "~/platform/evidence-store.server";
import { openTable, type OpenTable } from "~/platform/workbook/open-table.server";
import { REGISTRY_LIMITS } from "~/platform/workbook/workbook-limits.server";
import { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";

export interface NamedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Who the registry holds, by ID number. */
export type Registry = ReadonlyMap<string, RegistryEntry>;

/** Why a file gave no report, in Chinese. */
export interface UnreadableFile {
  readonly file: string;
  readonly message: string;
}

/** Reads a whole registry export into memory; persons without a sound number or name are left out. */
export async function readRegistry(
  file: NamedFile | null,
  context: IdCheckContext,
): Promise<Outcome<Registry | null, UnreadableFile>> {
  if (file === null) return done(null);
  const { problems, opened } = await openTable(file, REGISTRY_LIMITS, registryLayout);
  if (opened === null) return unreadable(file, problems);
  const entries = new Map<string, RegistryEntry>();
  for await (const row of opened.dataRows) {
    const { idCardNumber, name, category } = readRegistryRow(row, opened.columns, context).values;
    if (idCardNumber !== null && name !== null) {
      entries.set(idCardNumber, { name, category, countyCode: null });
    }
  }
  return done(entries);
}

/** Opens an uploaded export, to be read row by row. */
export async function openStoredRegistry(stored: {
  readonly fileId: string;
  readonly fileName: string;
}): Promise<Outcome<OpenTable<RegistryField>, UnreadableFile>> {
  const file = { name: stored.fileName, bytes: await readStoredFile(stored.fileId) };
  try {
    const { problems, opened } = await openTable(file, REGISTRY_LIMITS, registryLayout);
    return opened === null ? unreadable(file, problems) : done(opened);
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return refused({ file: file.name, message: error.message });
  }
}

/** The refusal of a file whose table was not found. */
export function unreadable(
  file: NamedFile,
  problems: readonly TableProblem[],
): Outcome<never, UnreadableFile> {
  const reasons = problems.filter((problem) => problem.severity === "refused");
  return refused({ file: file.name, message: reasons.map((each) => each.message).join("\n") });
}
