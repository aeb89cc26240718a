import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { history } from "~/domain/targets/target";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { boardTarget, mayReadTarget, type CountedTarget } from "./board-view.server";
import { countVerifiedLater } from "./later-verified.server";
import { countingRule } from "./measure-counts.server";
import { findTarget, findTargets, type StoredTarget } from "./target-store.server";

export interface TargetPage {
  readonly board: CountedTarget;
  /** The target and those it revises, the latest first. */
  readonly history: readonly StoredTarget[];
  /** The id of the row that has revised it; null while it stands. */
  readonly revisedBy: string | null;
  readonly mayRevise: boolean;
  /** Placements on the page looked up in an export later than their first day. */
  readonly verifiedLater: number;
}

/** One target at the end of a day, with its history; null when the actor may not read it. */
export function viewTarget(
  actor: Actor,
  targetId: string,
  { asOf, on }: { readonly asOf: CalendarDate; readonly on: string },
): Promise<TargetPage | null> {
  return inTransaction(actor, async (tx) => {
    const target = await findTarget(tx, targetId);
    if (target === null || !mayReadTarget(actor, target, on)) return null;
    const all = await findTargets(tx);
    const revisedBy = all.find(({ revisesId }) => revisesId === target.id)?.id ?? null;
    const board = await boardTarget(tx, actor, target, { asOf, on, all });
    const areas = board.rows.map(({ areaCode }) => areaCode);
    return {
      board,
      verifiedLater: await countVerifiedLater(tx, countingRule(target, areas, asOf, all)),
      history: history(all, target),
      revisedBy,
      // A void one is in no figure; nobody mends it.
      mayRevise:
        revisedBy === null &&
        target.voidedAt === null &&
        may(actor, "target.write", target.regionCode, on),
    };
  });
}
