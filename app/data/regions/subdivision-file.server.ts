import { readSubdivisionLines, type SubdivisionLine } from "~/domain/regions/subdivision";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { readStoredFile } from "~/platform/evidence-store.server";
import { openWorkbook } from "~/platform/workbook/open-workbook.server";
import { ROSTER_LIMITS } from "~/platform/workbook/workbook-limits.server";
import { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";

/** A received list of townships and villages, kept as a workbook or text table. */
export interface SubdivisionFile {
  readonly id: string;
  readonly fileName: string;
}

/** Why the file could not be read, in Chinese. */
export interface UnreadableList {
  readonly kind: "unreadable";
  readonly message: string;
}

/** Its lines: a code and a name on every row of the first sheet. */
export async function readSubdivisionFile({
  id,
  fileName,
}: SubdivisionFile): Promise<Outcome<readonly SubdivisionLine[], UnreadableList>> {
  const bytes = await readStoredFile(id);
  const lines: SubdivisionLine[] = [];
  try {
    const workbook = await openWorkbook(bytes, fileName, ROSTER_LIMITS);
    for await (const batch of workbook.rows(0)) {
      for (const { texts, sheetRow } of batch) {
        const [entry] = readSubdivisionLines(texts.join("\t"));
        if (entry !== undefined) lines.push({ ...entry, line: sheetRow });
      }
    }
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return refused({ kind: "unreadable", message: error.message });
  }
  return done(lines);
}
