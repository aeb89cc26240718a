import { isUsable, STANDING_LABELS, type StandingKind } from "~/domain/evidence/page-standing";
import { pageName, rowsOfPage } from "~/domain/evidence/scan-page";
import { standingNote } from "~/domain/evidence/standing-note";
import { findSignedRoster } from "~/data/rosters/signed-roster-store.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { ScanFacts, ScannedPage } from "./scan-facts.server";

/** A page as the lists show it. */
export interface ScanRow {
  readonly id: string;
  /** Name of the file it came in, and its page there. */
  readonly source: string;
  readonly uploadedAt: Date;
  readonly standing: StandingKind;
  readonly label: string;
  /** What the officer has to know about it. */
  readonly note: string;
  /** Cells nobody has decided yet, of lines that stand as they were printed. */
  readonly open: number;
  /** Of those, the ones the reading is sure about. */
  readonly clear: number;
}

interface OpenCells {
  readonly pageId: string;
  readonly open: number;
  readonly clear: number;
}

/** Every page of the roster in the order they arrived. */
export async function listScanRows(
  tx: Tx,
  rosterId: string,
  facts: ScanFacts,
): Promise<readonly ScanRow[]> {
  const open = new Map((await countOpen(tx, rosterId)).map((one) => [one.pageId, one]));
  const elsewhere = await rostersElsewhere(tx, facts);
  return facts.pages.map((page) => {
    const standing = facts.standings.get(page.id) ?? { kind: "unknownPrint" };
    const cells = isUsable(standing) ? open.get(page.id) : undefined;
    return {
      id: page.id,
      source: page.sheetInFile > 1 ? `${page.fileName} 第 ${page.sheetInFile} 页` : page.fileName,
      uploadedAt: page.uploadedAt,
      standing: standing.kind,
      label: STANDING_LABELS[standing.kind],
      note: standingNote({
        ...{ standing, problem: page.problem, setAsideReason: page.setAsideReason },
        place: placeOf(page, facts),
        otherRoster: elsewhere.get(page.printId ?? "") ?? null,
        nameOf: (lineId) => facts.lines.get(lineId)?.name ?? "",
      }),
      open: cells?.open ?? 0,
      clear: cells?.clear ?? 0,
    };
  });
}

/** 第 3 页（21–30 号）; null while the page has no place on this roster. */
export function placeOf(page: ScannedPage, facts: ScanFacts): string | null {
  const print = facts.prints.find(({ id }) => id === page.printId);
  if (print === undefined || page.pageNo === null) return null;
  return pageName(page.pageNo, rowsOfPage(print, page.pageNo));
}

function countOpen(tx: Tx, rosterId: string): Promise<OpenCells[]> {
  return tx.$queryRaw<OpenCells[]>`
    SELECT c.page_id AS "pageId", count(*)::int AS open,
      (count(*) FILTER (WHERE c.proposed <> 'doubtful'))::int AS clear
    FROM scan_cell c JOIN scan_page p ON p.id = c.page_id JOIN roster_print r ON r.id = p.print_id
      JOIN roster_line l ON l.id = c.line_id
    WHERE p.roster_id = ${rosterId}::uuid AND c.decision IS NULL AND l.removed_at IS NULL
      AND l.content_version = r.line_versions[array_position(r.line_ids, c.line_id)]
    GROUP BY c.page_id`;
}

/** What pages that belong elsewhere were printed for, where the reader may see it. */
async function rostersElsewhere(tx: Tx, facts: ScanFacts): Promise<ReadonlyMap<string, string>> {
  const ids = facts.pages.flatMap(({ state, printId }) =>
    state === "otherRoster" && printId !== null ? [printId] : [],
  );
  if (ids.length === 0) return new Map();
  const prints = await tx.rosterPrint.findMany({
    where: { id: { in: ids } },
    select: { id: true, rosterId: true },
  });
  const labels = new Map<string, string>();
  for (const { id, rosterId } of prints) {
    const roster = await findSignedRoster(tx, rosterId);
    if (roster !== null) labels.set(id, roster.label);
  }
  return labels;
}
