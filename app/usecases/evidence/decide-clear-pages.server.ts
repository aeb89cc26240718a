import {
  clearCellsOf,
  findPageUnderReview,
  settleCells,
} from "~/data/evidence/scan-decision-store.server";
import { readScanFacts } from "~/data/evidence/scan-facts.server";
import { changePage, listCells } from "~/data/evidence/scan-store.server";
import { leaveRosterTrail } from "~/data/rosters/roster-store.server";
import { findSignedRoster, type SignedRoster } from "~/data/rosters/signed-roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { isUsable } from "~/domain/evidence/page-standing";
import { closedTo } from "~/domain/evidence/signed-roster";
import type { ScanRefusal } from "~/domain/evidence/scan-refusal";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/**
 * Confirms what the reading is sure about on every page of the roster that stands; the doubtful stay
 * open. Page by page, so that a colleague at one page does not hold up the others. Answers how many
 * cells were decided.
 */
export async function decideClearPages(
  actor: Actor,
  rosterId: string,
  now: Date,
): Promise<Outcome<number, ScanRefusal>> {
  const found = await inTransaction(actor, async (tx) => {
    const roster = await findSignedRoster(tx, rosterId);
    return roster && { roster, facts: await readScanFacts(tx, roster.id) };
  });
  if (found === null) return refused({ kind: "notFound" });
  const { roster, facts } = found;
  const isAllowed = may(actor, "proof.record", roster.countyCode, dayInChina(now));
  if (!isAllowed) return refused({ kind: "forbidden" });
  const closed = closedTo(roster);
  if (closed !== null) return refused({ kind: closed });
  let decided = 0;
  for (const { id } of facts.pages) {
    decided += await inTransaction(actor, (tx) => decidePage(tx, actor, roster, id, now));
  }
  return decided === 0 ? refused({ kind: "nothingChosen" }) : done(decided);
}

async function decidePage(
  tx: Tx,
  actor: Actor,
  roster: SignedRoster,
  pageId: string,
  now: Date,
): Promise<number> {
  const under = await findPageUnderReview(tx, roster, pageId);
  if (under === null || !isUsable(under.standing)) return 0;
  const cells = await listCells(tx, pageId);
  const clear = clearCellsOf(under, cells);
  const decided = cells.flatMap((cell) => {
    const one = clear.find((c) => c.lineId === cell.lineId && c.element === cell.element);
    return one === undefined ? [] : [{ cell, decision: one.decision }];
  });
  if (decided.length === 0) return 0;
  const change = { decidedBy: actor.userId, decidedAt: now };
  if (!(await changePage(tx, under.page, change))) return 0; // a colleague is at this page
  await settleCells(tx, under, decided, { actor, now, reason: "", proxy: null });
  const present = decided.filter(({ decision }) => decision === "present").length;
  await leaveRosterTrail(tx, actor, roster, "scan.decide", now, {
    ...{ scanPageId: pageId, pageNo: under.page.pageNo, present },
    ...{ missing: decided.length - present, changed: 0, allAtOnce: true },
  });
  return decided.length;
}
