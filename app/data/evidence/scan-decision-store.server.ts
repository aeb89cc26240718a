import type { Actor } from "~/domain/access/actor";
import { clearCells, type DecidedCell, type ProxyNote } from "~/domain/evidence/cell-decision";
import { inkAskedFor } from "~/domain/evidence/signed-roster";
import type { PageStanding } from "~/domain/evidence/page-standing";
import type { RosterKind } from "~/domain/rosters/roster";
import { isUnchanged, rowsOfPage, type PrintedRow } from "~/domain/evidence/scan-page";
import { saveAcknowledgement } from "~/data/evidence/acknowledgement-store.server";
import { readScanFacts, type ScanFacts, type ScannedPage } from "./scan-facts.server";
import type { ScanCellRecord } from "./scan-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A page with all that deciding over it takes. */
export interface PageUnderReview {
  readonly rosterId: string;
  readonly countyCode: string;
  readonly page: ScannedPage;
  readonly standing: PageStanding;
  /** The rows of its printing by line; empty while it has no place. */
  readonly rows: ReadonlyMap<string, PrintedRow>;
  readonly facts: ScanFacts;
}

/** Null when the roster has no such page. */
export async function findPageUnderReview(
  tx: Tx,
  roster: { readonly id: string; readonly countyCode: string },
  pageId: string,
): Promise<PageUnderReview | null> {
  if (!isUuid(pageId)) return null;
  const facts = await readScanFacts(tx, roster.id);
  return pageUnderReview(roster, facts, pageId);
}

export function pageUnderReview(
  roster: { readonly id: string; readonly countyCode: string },
  facts: ScanFacts,
  pageId: string,
): PageUnderReview | null {
  const page = facts.pages.find(({ id }) => id === pageId);
  const standing = facts.standings.get(pageId);
  if (page === undefined || standing === undefined) return null;
  const print = facts.prints.find(({ id }) => id === page.printId);
  const rows = print === undefined ? [] : rowsOfPage(print, page.pageNo ?? 0);
  return {
    ...{ rosterId: roster.id, countyCode: roster.countyCode, page, standing, facts },
    rows: new Map(rows.map((row) => [row.lineId, row])),
  };
}

/** Whether the ink of this line on this page holds for the line as it is today. */
export function holdsFor({ rows, facts }: PageUnderReview, lineId: string): boolean {
  const row = rows.get(lineId);
  return row !== undefined && isUnchanged(row, facts.lines);
}

/** What the reading is sure about and nobody has decided, of lines that stand as they were printed. */
export function clearCellsOf(
  under: PageUnderReview,
  cells: readonly ScanCellRecord[],
): readonly DecidedCell[] {
  return clearCells(cells).filter(({ lineId }) => holdsFor(under, lineId));
}

export interface Decider {
  readonly actor: Actor;
  readonly now: Date;
  /** Why a decision is changed; empty for a first one. */
  readonly reason: string;
  /** Somebody signed for the person; the fingerprint is always his own. */
  readonly proxy: ProxyNote | null;
}

/**
 * Writes the decisions and the proofs that follow: present makes a proof of the cell's picture, missing
 * voids the one that came from this page. Only lines whose ink holds may be handed in.
 */
export async function settleCells(
  tx: Tx,
  under: PageUnderReview,
  decided: readonly { readonly cell: ScanCellRecord; readonly decision: DecidedCell["decision"] }[],
  by: Decider,
): Promise<void> {
  const { actor, now } = by;
  for (const { cell, decision } of decided) {
    const { lineId, element } = cell;
    await tx.scanCell.update({
      where: { pageId_lineId_element: { pageId: under.page.id, lineId, element } },
      data: { decision, decidedBy: actor.userId, decidedAt: now },
    });
    if (decision === "present") await saveProof(tx, under, cell, by);
    else await voidProofs(tx, { scanPageId: under.page.id, lineId, element }, by);
  }
}

/** Voids what came from a page or a cell of it. */
export async function voidProofs(
  tx: Tx,
  where: { readonly scanPageId: string; readonly lineId?: string; readonly element?: string },
  { actor, now, reason }: Omit<Decider, "proxy">,
): Promise<number> {
  const { count } = await tx.acknowledgement.updateMany({
    where: { ...where, voidedAt: null },
    data: { voidedAt: now, voidedBy: actor.userId, voidReason: reason },
  });
  return count;
}

/** Cells of a page placed by hand: each shows the whole page, and nothing is proposed. */
export async function saveUncutCells(
  tx: Tx,
  page: {
    readonly pageId: string;
    readonly kind: RosterKind;
    readonly countyCode: string;
    readonly fileId: string;
  },
  rows: readonly PrintedRow[],
): Promise<void> {
  const { pageId, kind, countyCode, fileId } = page;
  await tx.scanCell.createMany({
    data: rows.flatMap(({ lineId, row }) =>
      inkAskedFor(kind).map((element) => ({
        ...{ pageId, countyCode, fileId, lineId, element },
        ...{ rowNo: row, ink: 0, proposed: "doubtful" },
      })),
    ),
  });
}

async function saveProof(
  tx: Tx,
  under: PageUnderReview,
  { lineId, element, fileId }: ScanCellRecord,
  { actor, now, proxy }: Decider,
): Promise<void> {
  const isProxy = proxy !== null && element === "SIGNATURE";
  await saveAcknowledgement(tx, {
    ...{ rosterId: under.rosterId, lineId, element, method: "paper", fileId },
    lineVersion: under.rows.get(lineId)?.version ?? 0,
    countyCode: under.countyCode,
    scanPageId: under.page.id,
    ...(isProxy ? { proxy, witness: proxy.witness } : {}),
    // The paper does not say when; signed it was when it came in.
    givenAt: under.page.uploadedAt,
    recordedBy: actor.userId,
    recordedAt: now,
  });
}
