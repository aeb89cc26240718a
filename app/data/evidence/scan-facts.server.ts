import { standingsOf, type PageStanding, type ReceivedPage } from "~/domain/evidence/page-standing";
import type { PresentLine, Printing, ScanState } from "~/domain/evidence/scan-page";
import type { Tx } from "~/platform/prisma/client.server";

/** A page as it is kept, with what its lists and reviews show of it. */
export interface ScannedPage extends ReceivedPage {
  readonly fileName: string;
  /** Page of the PDF from 1; 1 for a picture. */
  readonly sheetInFile: number;
  readonly uploadedAt: Date;
  readonly problem: string;
  readonly pictureId: string | null;
  readonly setAsideReason: string | null;
  readonly version: number;
}

export interface KeptPrinting extends Printing {
  readonly code: string;
  readonly contentVersion: number;
  readonly printedAt: Date;
}

/** Everything the pages of one roster are judged by. */
export interface ScanFacts {
  readonly prints: readonly KeptPrinting[];
  /** By id, those taken off the roster as well. */
  readonly lines: ReadonlyMap<string, PresentLine & { readonly lineNo: number }>;
  /** In the order they arrived. */
  readonly pages: readonly ScannedPage[];
  readonly standings: ReadonlyMap<string, PageStanding>;
}

type StoredPage = Omit<ScannedPage, "state"> & { readonly state: ScanState };

export async function readScanFacts(tx: Tx, rosterId: string): Promise<ScanFacts> {
  const prints = await tx.rosterPrint.findMany({
    where: { rosterId },
    orderBy: { printNo: "asc" },
    select: {
      ...{ id: true, code: true, printNo: true, rowsPerPage: true, pageCount: true },
      ...{ lineIds: true, lineVersions: true, contentVersion: true, printedAt: true },
    },
  });
  const lines = await tx.$queryRaw<(PresentLine & { lineNo: number })[]>`
    SELECT id, name, line_no AS "lineNo", content_version AS version,
      removed_at IS NOT NULL AS "isRemoved"
    FROM roster_line WHERE roster_id = ${rosterId}::uuid`;
  const pages = await tx.$queryRaw<StoredPage[]>`
    SELECT p.id, p.state, p.print_id AS "printId", p.page_no AS "pageNo",
      p.set_aside_at IS NOT NULL AS "isSetAside", p.decided_at IS NOT NULL AS "isDecided",
      f.file_name AS "fileName", p.sheet_in_file AS "sheetInFile", b.uploaded_at AS "uploadedAt",
      p.problem, p.straight_file_id AS "pictureId", p.set_aside_reason AS "setAsideReason",
      p.version
    FROM scan_page p JOIN scan_file f ON f.file_id = p.file_id JOIN scan_batch b ON b.id = p.batch_id
    WHERE p.roster_id = ${rosterId}::uuid
    ORDER BY b.uploaded_at, b.id, f.position, p.sheet_in_file`;
  const byId = new Map(lines.map((line) => [line.id, line]));
  return { prints, lines: byId, pages, standings: standingsOf(pages, prints, byId) };
}
