import { findPageUnderReview, voidProofs } from "~/data/evidence/scan-decision-store.server";
import { changePage } from "~/data/evidence/scan-store.server";
import { leaveRosterTrail } from "~/data/rosters/roster-store.server";
import { findSignedRoster } from "~/data/rosters/signed-roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { closedTo } from "~/domain/evidence/signed-roster";
import type { ScanRefusal } from "~/domain/evidence/scan-refusal";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface SetAside {
  readonly rosterId: string;
  readonly pageId: string;
  readonly version: number;
  readonly reason: string;
  /** The other scan of the same page, which this one stood before: it is set aside in its place. */
  readonly replaces?: boolean;
}

const REPLACED = "同一页由后一份扫描件替代";

/**
 * Takes a page out of use, or the earlier scan of the same page instead (`replaces`); what was
 * confirmed by the page that goes is voided. Page and pictures are kept.
 */
export function setAsideScan(
  actor: Actor,
  asked: SetAside,
  now: Date,
): Promise<Outcome<null, ScanRefusal>> {
  const { replaces = false } = asked;
  const reason = replaces ? REPLACED : withNumbersMasked(asked.reason.trim());
  return inTransaction(actor, async (tx) => {
    const roster = await findSignedRoster(tx, asked.rosterId);
    const under = roster && (await findPageUnderReview(tx, roster, asked.pageId));
    if (roster === null || under === null) return refused({ kind: "notFound" });
    const today = dayInChina(now);
    if (!may(actor, "proof.record", roster.countyCode, today))
      return refused({ kind: "forbidden" });
    const closed = closedTo(roster);
    if (closed !== null) return refused({ kind: closed });
    const { standing } = under;
    const isOut = standing.kind === "setAside" || (replaces && standing.kind !== "duplicate");
    if (isOut) return refused({ kind: "notUsable", standing: standing.kind });
    if (reason === "") return refused({ kind: "reasonMissing" });
    if (under.page.version !== asked.version) return refused({ kind: "changedByOthers" });
    const goingId = replaces && standing.kind === "duplicate" ? standing.firstId : under.page.id;
    const going = under.facts.pages.find(({ id }) => id === goingId);
    const change = { setAsideAt: now, setAsideReason: reason };
    if (going === undefined || !(await changePage(tx, going, change))) {
      return refused({ kind: "changedByOthers" });
    }
    const voided = await voidProofs(tx, { scanPageId: going.id }, { actor, now, reason });
    await leaveRosterTrail(tx, actor, roster, "scan.setAside", now, {
      ...{ scanPageId: going.id, pageNo: going.pageNo, reason, voided },
    });
    return done(null);
  });
}
