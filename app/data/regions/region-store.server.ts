import type { Subdivision } from "~/domain/regions/subdivision";
import { parentCode, subdivisionLevel } from "~/domain/regions/subdivision";
import type { Tx } from "~/platform/prisma/client.server";

/** The codes of the townships a county has entered. */
export async function townshipCodes(tx: Tx, countyCode: string): Promise<Set<string>> {
  const rows = await tx.region.findMany({
    where: { countyCode, level: "TOWNSHIP" },
    select: { code: true },
  });
  return new Set(rows.map((row) => row.code));
}

export interface SavedCounts {
  readonly added: number;
  readonly renamed: number;
}

/** Adds townships and villages; one that is there already takes the new name. */
export async function saveSubdivisions(
  tx: Tx,
  countyCode: string,
  entries: readonly Subdivision[],
  now: Date,
): Promise<SavedCounts> {
  const codes = entries.map((entry) => entry.code);
  const rows = await tx.$queryRaw<{ added: boolean }[]>`
    INSERT INTO region (code, name, level, parent_code, county_code, entered_at)
    SELECT e.code, e.name, e.level, e.parent, ${countyCode}, ${now}
    FROM unnest(${codes}::text[], ${entries.map((entry) => entry.name)}::text[],
      ${codes.map(subdivisionLevel)}::text[], ${codes.map(parentCode)}::text[])
      AS e (code, name, level, parent)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, entered_at = excluded.entered_at
      WHERE region.name <> excluded.name
    RETURNING xmax = 0 AS added`;
  const added = rows.filter((row) => row.added).length;
  return { added, renamed: rows.length - added };
}

export interface StoredSubdivision extends Subdivision {
  readonly countyCode: string;
}

/** A township or village, locked for the change; null for anything else. */
export async function findSubdivision(tx: Tx, code: string): Promise<StoredSubdivision | null> {
  const rows = await tx.$queryRaw<StoredSubdivision[]>`
    SELECT code, name, county_code AS "countyCode" FROM region
    WHERE code = ${code} AND level IN ('TOWNSHIP', 'VILLAGE') FOR UPDATE`;
  return rows[0] ?? null;
}

export async function renameSubdivision(tx: Tx, code: string, name: string, now: Date) {
  await tx.region.updateMany({ where: { code }, data: { name, enteredAt: now } });
}

/** A township with villages under it is in use. */
export async function hasVillages(tx: Tx, code: string): Promise<boolean> {
  return (await tx.region.count({ where: { parentCode: code } })) > 0;
}

export async function removeSubdivision(tx: Tx, code: string): Promise<void> {
  await tx.region.deleteMany({ where: { code } });
}
