import {
  clearCellsOf,
  findPageUnderReview,
  holdsFor,
  settleCells,
} from "~/data/evidence/scan-decision-store.server";
import { changePage, listCells } from "~/data/evidence/scan-store.server";
import { leaveRosterTrail } from "~/data/rosters/roster-store.server";
import { findSignedRoster } from "~/data/rosters/signed-roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { isNews, type DecidedCell, type ProxyNote } from "~/domain/evidence/cell-decision";
import { isUsable } from "~/domain/evidence/page-standing";
import { closedTo } from "~/domain/evidence/signed-roster";
import type { ScanRefusal } from "~/domain/evidence/scan-refusal";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface DecideCells {
  readonly rosterId: string;
  readonly pageId: string;
  readonly version: number;
  /** `proposed`: all that nobody has decided yet, as the reading proposes; the doubtful stay open. */
  readonly cells: readonly DecidedCell[] | "proposed";
  readonly reason?: string;
  /** For the line of `cells` alone. */
  readonly proxy?: ProxyNote | null;
}

/** A person says of cells of one page whether the ink is there. Answers how many he decided. */
export function decideCells(
  actor: Actor,
  asked: DecideCells,
  now: Date,
): Promise<Outcome<number, ScanRefusal>> {
  const reason = withNumbersMasked((asked.reason ?? "").trim());
  const proxy = asked.proxy ?? null;
  return inTransaction(actor, async (tx) => {
    const roster = await findSignedRoster(tx, asked.rosterId);
    const under = roster && (await findPageUnderReview(tx, roster, asked.pageId));
    if (roster === null || under === null) return refused({ kind: "notFound" });
    const today = dayInChina(now);
    if (!may(actor, "proof.record", roster.countyCode, today))
      return refused({ kind: "forbidden" });
    const closed = closedTo(roster);
    if (closed !== null) return refused({ kind: closed });
    if (!isUsable(under.standing)) {
      return refused({ kind: "notUsable", standing: under.standing.kind });
    }
    const cells = await listCells(tx, under.page.id);
    const wanted = asked.cells === "proposed" ? clearCellsOf(under, cells) : asked.cells;
    const decided = cells.flatMap((cell) => {
      const one = wanted.find((w) => w.lineId === cell.lineId && w.element === cell.element);
      return one !== undefined && isNews(cell, one.decision, proxy)
        ? [{ cell, decision: one.decision }]
        : [];
    });
    if (decided.length === 0) return refused({ kind: "nothingChosen" });
    const signs = decided.some((d) => d.cell.element === "SIGNATURE" && d.decision === "present");
    if (proxy !== null && !signs) return refused({ kind: "proxyWithoutSignature" });
    const stale = decided.filter(({ cell }) => !holdsFor(under, cell.lineId));
    if (stale.length > 0) {
      const ids = new Set(stale.map(({ cell }) => cell.lineId));
      const names = [...ids].map((id) => under.facts.lines.get(id)?.name ?? "");
      return refused({ kind: "lineChanged", names });
    }
    const changed = decided.filter(
      (d) => d.cell.decision !== null && d.cell.decision !== d.decision,
    );
    if (changed.length > 0 && reason === "") return refused({ kind: "reasonMissing" });
    const page = { id: under.page.id, version: asked.version };
    if (!(await changePage(tx, page, { decidedBy: actor.userId, decidedAt: now }))) {
      return refused({ kind: "changedByOthers" });
    }
    await settleCells(tx, under, decided, { actor, now, proxy, reason: reason || "改判为缺" });
    const present = decided.filter(({ decision }) => decision === "present").length;
    await leaveRosterTrail(tx, actor, roster, "scan.decide", now, {
      ...{ scanPageId: page.id, pageNo: under.page.pageNo, present, changed: changed.length },
      ...{ missing: decided.length - present, reason, isProxy: proxy !== null },
    });
    return done(decided.length);
  });
}
