import { findPageUnderReview, saveUncutCells } from "~/data/evidence/scan-decision-store.server";
import { changePage } from "~/data/evidence/scan-store.server";
import { leaveRosterTrail } from "~/data/rosters/roster-store.server";
import { findSignedRoster } from "~/data/rosters/signed-roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { canBePlacedByHand } from "~/domain/evidence/page-standing";
import { rowsOfPage } from "~/domain/evidence/scan-page";
import { closedTo } from "~/domain/evidence/signed-roster";
import type { ScanRefusal } from "~/domain/evidence/scan-refusal";
import { parsePageCode } from "~/domain/rosters/page-code";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface PlaceScan {
  readonly rosterId: string;
  readonly pageId: string;
  readonly version: number;
  /** As it stands beside the QR on the paper. */
  readonly typedCode: string;
}

/**
 * An officer says which page this is, by the code on the paper. Without marks nothing is cut: every
 * line is decided by looking at the whole page, and the reading proposes nothing.
 */
export function placeScan(
  actor: Actor,
  asked: PlaceScan,
  now: Date,
): Promise<Outcome<null, ScanRefusal>> {
  return inTransaction(actor, async (tx) => {
    const roster = await findSignedRoster(tx, asked.rosterId);
    const under = roster && (await findPageUnderReview(tx, roster, asked.pageId));
    if (roster === null || under === null) return refused({ kind: "notFound" });
    const today = dayInChina(now);
    if (!may(actor, "proof.record", roster.countyCode, today))
      return refused({ kind: "forbidden" });
    const closed = closedTo(roster);
    if (closed !== null) return refused({ kind: closed });
    const { page, standing, facts } = under;
    if (!canBePlacedByHand(standing)) {
      return refused({ kind: "notUsable", standing: standing.kind });
    }
    const code = parsePageCode(asked.typedCode);
    if (code === null) return refused({ kind: "brokenCode" });
    const print = facts.prints.find((one) => one.code === code.printCode);
    const rows = print?.pageCount === code.pages ? rowsOfPage(print, code.page) : [];
    if (print === undefined || rows.length === 0) return refused({ kind: "foreignCode" });
    if (page.pictureId === null) return refused({ kind: "noPicture" });
    const isTaken = facts.pages.some(
      ({ id, printId, pageNo, state, isSetAside }) =>
        id !== page.id &&
        !isSetAside &&
        (state === "read" || state === "byHand") &&
        printId === print.id &&
        pageNo === code.page,
    );
    if (isTaken) return refused({ kind: "placeTaken" });
    const place = { state: "byHand", printId: print.id, pageNo: code.page } as const;
    const isMine = await changePage(tx, { id: page.id, version: asked.version }, place);
    if (!isMine) return refused({ kind: "changedByOthers" });
    await saveUncutCells(tx, { ...roster, pageId: page.id, fileId: page.pictureId }, rows);
    await leaveRosterTrail(tx, actor, roster, "scan.place", now, {
      ...{ scanPageId: page.id, pageNo: code.page },
    });
    return done(null);
  });
}
