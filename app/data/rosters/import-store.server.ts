import type { Action } from "~/domain/access/action";
import type { Prisma } from "~/platform/prisma/client.server";
import type { TableChoice } from "~/domain/rosters/table";
import { importAction, importLayoutId, type ImportLayoutId } from "~/domain/rosters/import-layout";
import type { ImportState } from "~/domain/rosters/roster-import";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface NewImport {
  readonly id: string;
  readonly layout: ImportLayoutId;
  /** A county, or the prefecture for a ledger of several counties. */
  readonly countyCode: string;
  /** Null unless it goes into the roster of a class. */
  readonly classId: string | null;
  readonly fileId: string;
  readonly fileName: string;
  readonly fileSha256: Buffer;
  readonly previousImportId: string | null;
  readonly edition: number;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** An uploaded file on its way into the roster of one class, or into a ledger. */
export interface ImportRecord extends NewImport {
  readonly state: ImportState;
  readonly sheet: string;
  readonly headerRow: number;
  /** Columns chosen by hand, if any. */
  readonly choice: TableChoice<string> | null;
  readonly rowCount: number;
  readonly version: number;
}

export interface SameFile {
  readonly importId: string;
  readonly state: ImportState;
  readonly createdAt: Date;
  readonly createdByName: string;
}

export async function saveImport(tx: Tx, one: NewImport): Promise<void> {
  const fileSha256 = new Uint8Array(one.fileSha256);
  await tx.rosterImport.create({ data: { ...one, fileSha256, state: "waiting" } });
}

/** The import, locked against a second writer until the transaction ends; null out of scope. */
export async function findImport(tx: Tx, id: string): Promise<ImportRecord | null> {
  if (!isUuid(id)) return null;
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM roster_import WHERE id = ${id}::uuid FOR UPDATE`;
  if (locked.length === 0) return null;
  const row = await tx.rosterImport.findUniqueOrThrow({ where: { id } });
  const choice = row.columns as unknown as TableChoice<string> | null;
  return {
    ...row,
    fileSha256: Buffer.from(row.fileSha256),
    layout: importLayoutId(row.layout),
    state: row.state as ImportState,
    choice: choice !== null && "sheet" in choice ? choice : null,
  };
}

/** Who may import into the ledger of this import; null out of scope. */
export async function findImportAction(tx: Tx, id: string): Promise<Action | null> {
  const found = await tx.rosterImport.findUnique({ where: { id }, select: { layout: true } });
  return found === null ? null : importAction(found.layout);
}

/** What a file goes into: the roster of a class, or the ledger of a region. */
export type Ledger = Pick<NewImport, "layout" | "countyCode" | "classId">;

/** An import of the same bytes into the same ledger that is still open or already in it. */
export async function findSameFile(
  tx: Tx,
  { layout, countyCode, classId }: Ledger,
  sha256: Buffer,
): Promise<SameFile | null> {
  const rows = await tx.$queryRaw<SameFile[]>`
    SELECT i.id AS "importId", i.state, i.created_at AS "createdAt",
      coalesce(u.name, '') AS "createdByName"
    FROM roster_import i LEFT JOIN user_account u ON u.id = i.created_by
    WHERE i.layout = ${layout} AND i.county_code = ${countyCode}
      AND i.class_id IS NOT DISTINCT FROM ${classId}::uuid AND i.file_sha256 = ${sha256}
      AND i.state IN ('waiting', 'needsColumns', 'checked', 'committed')
    ORDER BY i.created_at DESC LIMIT 1`;
  return rows[0] ?? null;
}

/** Moves the import on, if nobody else has meanwhile; false when the version has changed. */
export async function changeImport(
  tx: Tx,
  one: { readonly id: string; readonly version: number },
  change: Prisma.RosterImportUpdateInput,
): Promise<boolean> {
  const { count } = await tx.rosterImport.updateMany({
    where: { id: one.id, version: one.version },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

/** Earlier editions of a file give way to the one uploaded again. */
export async function supersede(tx: Tx, importId: string): Promise<void> {
  await tx.rosterImport.updateMany({
    where: { id: importId, state: { in: ["waiting", "needsColumns", "checked", "failed"] } },
    data: { state: "superseded", version: { increment: 1 } },
  });
}

/** The edition that a new file for this ledger corrects; null when there is none to correct. */
export async function findPrevious(
  tx: Tx,
  importId: string | null,
  ledger: Ledger,
): Promise<ImportRecord | null> {
  const one = importId === null ? null : await findImport(tx, importId);
  if (one === null || one.state === "committed" || one.layout !== ledger.layout) return null;
  return one.classId === ledger.classId && one.countyCode === ledger.countyCode ? one : null;
}
