import type { Actor } from "~/domain/access/actor";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Measure } from "~/domain/targets/measure";
import {
  signatureRefusal,
  turnsOf,
  type FigureKind,
  type ReconciliationState,
  type ReconciliationTurn,
} from "~/domain/targets/reconciliation";
import { mayExplain, mayExport, mayForPair } from "~/domain/targets/reconciliation-access";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { driftOf, type Drift } from "./reconciliation-drift.server";
import { figuresOf, sidesOf, type SideFacts } from "./reconciliation-facts.server";
import { findListMaker, reconciliationLabel } from "./reconciliation-signing-store.server";
import { findReconciliation, type ReconciliationRecord } from "./reconciliation-store.server";

export interface ReconciliationPage {
  readonly id: string;
  readonly label: string;
  readonly countyName: string;
  readonly districtName: string;
  readonly month: CalendarDate;
  readonly measure: Measure;
  readonly state: ReconciliationState;
  readonly round: number;
  readonly version: number;
  readonly county: SideFacts;
  readonly district: SideFacts;
  readonly districtFigureKind: FigureKind | null;
  readonly explanation: string;
  readonly openLines: number;
  /** Months of the year up to this one that have both figures. */
  readonly monthsSoFar: number;
  readonly turns: readonly ReconciliationTurn[];
  /** What the ledger says now and did not when the list was drawn up. */
  readonly drift: Drift;
  /** The last day of a pairing that is over: nobody signs for the district any more. */
  readonly pairingEndedOn: string | null;
  readonly offers: Offers;
}

interface Offers {
  readonly draw: boolean;
  readonly enter: boolean;
  readonly explain: boolean;
  readonly signCounty: boolean;
  readonly signDistrict: boolean;
  readonly withdrawCounty: boolean;
  readonly withdrawDistrict: boolean;
  readonly reopen: boolean;
  readonly export: boolean;
  /** A reviewer, but of the list he drew up himself. */
  readonly ownList: boolean;
}

/** One reconciliation as its page shows it; null when the actor may not read it. */
export function viewReconciliation(
  actor: Actor,
  id: string,
  on: string,
): Promise<ReconciliationPage | null> {
  return inTransaction(actor, async (tx) => {
    const one = await findReconciliation(tx, actor, id, on);
    if (one === null || !mayForPair(actor, "reconciliation.read", one, on)) return null;
    const { countyCode, districtCode, month, measure, state, round, version } = one;
    const { sums, months } = await figuresOf(tx, one);
    return {
      ...{ id, month, measure, state, round, version, label: reconciliationLabel(one) },
      countyName: regionName(countyCode) ?? countyCode,
      districtName: regionName(districtCode) ?? districtCode,
      ...(await sidesOf(tx, one, sums)),
      ...{ districtFigureKind: one.districtFigureKind, explanation: one.explanation },
      ...{ openLines: one.openLines, monthsSoFar: months, turns: turnsOf(one) },
      drift: await driftOf(tx, one),
      pairingEndedOn: await endOfPairing(tx, one, on),
      offers: offersTo(actor, one, on, await findListMaker(tx, id)),
    };
  });
}

function offersTo(
  actor: Actor,
  one: ReconciliationRecord,
  on: string,
  drawnBy: string | null,
): Offers {
  const isOpen = one.state === "open";
  const who = { userId: actor.userId, drawnBy };
  const may = (action: Parameters<typeof mayForPair>[1]) => mayForPair(actor, action, one, on);
  const [forCounty, forDistrict] = [
    may("reconciliation.signCounty"),
    may("reconciliation.signDistrict"),
  ];
  return {
    draw: isOpen && may("reconciliation.prepare"),
    enter: isOpen && forDistrict,
    explain: isOpen && mayExplain(actor, one, on),
    signCounty: forCounty && signatureRefusal(one, "county", who) === null,
    signDistrict: forDistrict && signatureRefusal(one, "district", who) === null,
    withdrawCounty: isOpen && forCounty && one.countySignedBy === actor.userId,
    withdrawDistrict: isOpen && forDistrict && one.districtSignedBy === actor.userId,
    reopen: !isOpen && may("reconciliation.reopen"),
    export: mayExport(actor, one, on),
    ownList: isOpen && forCounty && drawnBy === actor.userId,
  };
}

/** Null while the two are paired. */
async function endOfPairing(tx: Tx, one: ReconciliationRecord, on: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ isPaired: boolean | null; last: string | null }[]>`
    SELECT bool_or(from_on <= ${on}::date AND coalesce(to_on, 'infinity') >= ${on}::date) AS "isPaired",
      max(to_on)::text AS last
    FROM pairing WHERE county_code = ${one.countyCode} AND district_code = ${one.districtCode}`;
  return row?.isPaired === true ? null : (row?.last ?? null);
}
