import type { Finding } from "~/domain/rosters/finding";
import type { CellKind, SheetRow } from "~/domain/rosters/sheet";
import { openText } from "~/platform/crypto/field-cipher.server";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface RowWithFindings {
  readonly findings: readonly Finding[];
  /** What was typed in the page in place of the file's row; null when nothing was. */
  readonly corrected: SheetRow | null;
}

interface Stored {
  readonly sheetRow: number;
  readonly findings: Finding[];
  readonly corrected: boolean;
  readonly sealed: Uint8Array | null;
}

/** Every row of an import that has findings or was corrected, by its number in the sheet. */
export async function findRowsWithFindings(
  tx: Tx,
  importId: string,
): Promise<ReadonlyMap<number, RowWithFindings>> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT sheet_row AS "sheetRow", findings, corrected,
      CASE WHEN corrected THEN cells_sealed END AS sealed
    FROM roster_import_row
    WHERE import_id = ${importId}::uuid AND (corrected OR findings <> '[]'::jsonb)`;
  return new Map(rows.map((row) => [row.sheetRow, open(importId, row)]));
}

function open(importId: string, { sheetRow, findings, sealed }: Stored): RowWithFindings {
  if (sealed === null) return { findings, corrected: null };
  const json = openText(platform().keyRing, sealed, `cells:${importId}:${sheetRow}`);
  const [texts, kinds] = JSON.parse(json) as [string[], CellKind[]];
  return { findings, corrected: { sheetRow, texts, kinds } };
}
