import type { Actor } from "~/domain/access/actor";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Measure } from "~/domain/targets/measure";
import type { ReconciliationState } from "~/domain/targets/reconciliation";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { dutiesOf, PAST, type Duties } from "./reconciliation-duties.server";
import { runningFacts, type MonthFacts } from "./reconciliation-facts.server";
import { getSignedRound } from "./reconciliation-round-store.server";
import { reconciliationLabel } from "./reconciliation-signing-store.server";
import { findReconciliation } from "./reconciliation-store.server";

export interface ReconciliationPage extends MonthFacts, Duties {
  readonly id: string;
  readonly label: string;
  readonly countyName: string;
  readonly districtName: string;
  readonly month: CalendarDate;
  readonly measure: Measure;
  readonly state: ReconciliationState;
  /** The round that is shown; one before the last is as both signed it, and offers nothing. */
  readonly round: number;
  readonly rounds: number;
  readonly version: number;
}

/** One reconciliation as its page shows it, in the last round unless told; null when the actor may not read it. */
export function viewReconciliation(
  actor: Actor,
  id: string,
  on: string,
  asked: number | null = null,
): Promise<ReconciliationPage | null> {
  return inTransaction(actor, async (tx) => {
    const one = await findReconciliation(tx, actor, id, on);
    if (one === null || !mayForPair(actor, "reconciliation.read", one, on)) return null;
    const { countyCode, districtCode, month, measure, version } = one;
    const round = earlierRound(asked, one.round) ?? one.round;
    const isPast = round < one.round;
    const isSigned = isPast || one.state === "locked";
    return {
      ...{ id, month, measure, version, label: reconciliationLabel(one) },
      ...{ round, rounds: one.round, state: isSigned ? "locked" : one.state },
      countyName: regionName(countyCode) ?? countyCode,
      districtName: regionName(districtCode) ?? districtCode,
      ...(isSigned ? await getSignedRound(tx, id, round) : await runningFacts(tx, one)),
      ...(isPast ? PAST : await dutiesOf(tx, actor, one, on)),
    };
  });
}

/** The round an address asks for, where it is one before the last. */
function earlierRound(asked: number | null, last: number): number | null {
  return asked !== null && Number.isInteger(asked) && asked > 0 && asked < last ? asked : null;
}
