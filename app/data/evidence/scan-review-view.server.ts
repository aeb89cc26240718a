import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { CellDecision, CellProposal } from "~/domain/evidence/cell-decision";
import type { InkElement, ScreenMethod } from "~/domain/evidence/line-proofs";
import { canBePlacedByHand, isUsable } from "~/domain/evidence/page-standing";
import { maskedNumbers, type SealedNumbers } from "~/data/rosters/masked-line.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { givenOffPaper, listLineProofs, type LineInk } from "./proof-standing.server";
import { holdsFor, pageUnderReview, type PageUnderReview } from "./scan-decision-store.server";
import { readScanFacts } from "./scan-facts.server";
import { listScanRows, placeOf, type ScanRow } from "./scan-rows.server";
import { listCells, type ScanCellRecord } from "./scan-store.server";

export interface ReviewCell {
  readonly element: InkElement;
  readonly proposed: CellProposal;
  readonly decision: CellDecision | null;
  /** A proof taken from this very cell stands. */
  readonly isProven: boolean;
  /** The line has this without paper already; null when it has not. */
  readonly offPaper: ScreenMethod | null;
}

export interface ReviewRow {
  readonly lineId: string;
  /** As it is counted on the paper. */
  readonly number: number;
  readonly name: string;
  readonly idMasked: string;
  /** False: the line changed or was removed after the printing, nothing here can be taken. */
  readonly holds: boolean;
  readonly cells: readonly ReviewCell[];
}

export interface ScanReviewView extends ScanRow {
  readonly version: number;
  /** 第 3 页（21–30 号）, or where it came from while it has no place. */
  readonly title: string;
  readonly hasPicture: boolean;
  /** Placed by hand: the pictures of the cells are the whole page. */
  readonly isUncut: boolean;
  readonly rows: readonly ReviewRow[];
  /** The other scan of the same page; null unless this one is a duplicate. */
  readonly firstId: string | null;
  /** The code as read, to begin with when the page is placed by hand. */
  readonly typedCode: string;
  readonly next: string | null;
  readonly may: Readonly<Record<"decide" | "place" | "setAside" | "replace", boolean>>;
}

interface RosterOfScans {
  readonly id: string;
  readonly countyCode: string;
  readonly state: string;
}

/** One scanned page with its lines, for looking at and deciding; null when the roster has no such page. */
export function viewScanReview(
  actor: Actor,
  roster: RosterOfScans,
  pageId: string,
  on: string,
): Promise<ScanReviewView | null> {
  return inTransaction(actor, async (tx) => {
    const facts = await readScanFacts(tx, roster.id);
    const under = pageUnderReview(roster, facts, pageId);
    const rows = await listScanRows(tx, roster.id, facts);
    const at = rows.findIndex(({ id }) => id === pageId);
    const row = rows[at];
    if (under === null || row === undefined) return null;
    const { page, standing } = under;
    const decides = roster.state !== "sealed" && may(actor, "proof.record", roster.countyCode, on);
    return {
      ...row,
      version: page.version,
      title: placeOf(page, facts) ?? row.source,
      hasPicture: page.pictureId !== null,
      isUncut: page.state === "byHand",
      rows: await reviewRows(tx, under),
      firstId: standing.kind === "duplicate" ? standing.firstId : null,
      typedCode: standing.kind === "noMarks" ? page.problem : "",
      next: [...rows.slice(at + 1), ...rows.slice(0, at)].find(({ open }) => open > 0)?.id ?? null,
      may: {
        decide: decides && isUsable(standing),
        place: decides && canBePlacedByHand(standing),
        setAside: decides && standing.kind !== "setAside",
        replace: decides && standing.kind === "duplicate",
      },
    };
  });
}

async function reviewRows(tx: Tx, under: PageUnderReview): Promise<readonly ReviewRow[]> {
  const cells = await listCells(tx, under.page.id);
  if (cells.length === 0) return [];
  const lineIds = [...under.rows.keys()];
  const lines = await tx.$queryRaw<(SealedNumbers & { id: string })[]>`
    SELECT id, id_index AS "idIndex", id_sealed AS "idSealed", phone_sealed AS "phoneSealed"
    FROM roster_line WHERE id = ANY (${lineIds}::uuid[])`;
  const inks = new Map(
    (await listLineProofs(tx, under.rosterId)).map((ink) => [ink.lineId, ink] as const),
  );
  const numbers = new Map(lines.map((line) => [line.id, maskedNumbers(line).idCardNumber]));
  return [...under.rows.values()].map(({ lineId, number }) => ({
    ...{ lineId, number },
    name: under.facts.lines.get(lineId)?.name ?? "",
    idMasked: numbers.get(lineId) ?? "",
    holds: holdsFor(under, lineId),
    cells: cells
      .filter((cell) => cell.lineId === lineId)
      .map((cell) => reviewCell(cell, inks.get(lineId))),
  }));
}

function reviewCell(cell: ScanCellRecord, ink: LineInk | undefined): ReviewCell {
  const { element, proposed, decision, isProven } = cell;
  const offPaper = ink === undefined ? null : givenOffPaper(ink, element);
  return { element, proposed, decision, isProven, offPaper };
}
