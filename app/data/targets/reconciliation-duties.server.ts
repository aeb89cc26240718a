import type { Actor } from "~/domain/access/actor";
import {
  signatureRefusal,
  turnsOf,
  type ReconciliationTurn,
} from "~/domain/targets/reconciliation";
import { mayExplain, mayExport, mayForPair } from "~/domain/targets/reconciliation-access";
import type { Tx } from "~/platform/prisma/client.server";
import { driftOf, type Drift } from "./reconciliation-drift.server";
import { findListMaker } from "./reconciliation-signing-store.server";
import type { ReconciliationRecord } from "./reconciliation-store.server";

/** What is still to be done about a month, and by whom. */
export interface Duties {
  readonly openLines: number;
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

/** Of a round that is over nothing is asked any more. */
export const PAST: Duties = {
  ...{ openLines: 0, turns: [], drift: { added: [], gone: [] }, pairingEndedOn: null },
  offers: {
    ...{ draw: false, enter: false, explain: false, signCounty: false, signDistrict: false },
    ...{ withdrawCounty: false, withdrawDistrict: false, reopen: false, export: false },
    ownList: false,
  },
};

export async function dutiesOf(
  tx: Tx,
  actor: Actor,
  one: ReconciliationRecord,
  on: string,
): Promise<Duties> {
  return {
    ...{ openLines: one.openLines, turns: turnsOf(one), drift: await driftOf(tx, one) },
    pairingEndedOn: await endOfPairing(tx, one, on),
    offers: offersTo(actor, one, on, await findListMaker(tx, one.id)),
  };
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
