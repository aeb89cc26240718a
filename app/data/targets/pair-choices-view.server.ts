import type { Actor } from "~/domain/access/actor";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { findPairings } from "./pairings.server";

/** A county and its district to choose, as `532323-310114`. */
export interface PairChoice {
  readonly value: string;
  readonly label: string;
}

/** The pairs for which the actor prepares reconciliations, with the days they were paired. */
export function pairChoices(actor: Actor, today: string): Promise<PairChoice[]> {
  return inTransaction(actor, async (tx) => {
    const days = { from: "2000-01-01", to: today, today };
    const pairings = await findPairings(tx, actor, "reconciliation.prepare", days);
    const byPair = new Map<string, string[]>();
    for (const { county, district, from, to } of pairings) {
      const value = `${county}-${district}`;
      const period = `${from} 至${to === null ? "今" : ` ${to}`}`;
      byPair.set(value, [...(byPair.get(value) ?? []), period]);
    }
    return [...byPair].map(([value, periods]) => {
      const [county = "", district = ""] = value.split("-");
      const name = (code: string) => regionName(code) ?? code;
      return { value, label: `${name(county)}—${name(district)}（结对 ${periods.join("、")}）` };
    });
  });
}
