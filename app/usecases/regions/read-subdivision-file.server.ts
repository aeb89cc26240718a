import { readSubdivisionLines, type SubdivisionLine } from "~/domain/regions/subdivision";
import { openWorkbook } from "~/platform/workbook/open-workbook.server";
import { ROSTER_LIMITS } from "~/platform/workbook/workbook-limits.server";

/**
 * The lines of a list of townships and villages kept as a workbook or text table: a code and a name
 * on every row of the first sheet. Throws WorkbookRefused for an unreadable file.
 */
export async function readSubdivisionFile(
  bytes: Buffer,
  fileName: string,
): Promise<SubdivisionLine[]> {
  const workbook = await openWorkbook(bytes, fileName, ROSTER_LIMITS);
  const lines: SubdivisionLine[] = [];
  for await (const batch of workbook.rows(0)) {
    for (const { texts, sheetRow } of batch) {
      const [entry] = readSubdivisionLines(texts.join("\t"));
      if (entry !== undefined) lines.push({ ...entry, line: sheetRow });
    }
  }
  return lines;
}
