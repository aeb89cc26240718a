import { inForce, ownRegions } from "~/domain/access/actor";
import type { CountyFlagKind } from "~/domain/regions/county-flag";
import type { Subdivision } from "~/domain/regions/subdivision";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";
import { flagsOf, pairingsOf, type FlagLine, type PairingLine } from "./county-facts.server";
import { fullRegionName } from "./region-name-view.server";

export interface CountyLine {
  readonly code: string;
  readonly name: string;
  readonly flags: readonly CountyFlagKind[];
  readonly districts: readonly string[];
  readonly townships: number;
  readonly villages: number;
}

/** The counties in scope, with what holds on the day. */
export function listCounties(scope: Scope, on: string): Promise<readonly CountyLine[]> {
  return inTransaction(scope, async (tx) => {
    const codes = ownRegions(scope).filter((code) => !code.endsWith("00"));
    const [flags, pairings] = [await flagsOf(tx, codes), await pairingsOf(tx, codes)];
    const counted = await tx.region.groupBy({
      by: ["countyCode", "level"],
      where: { countyCode: { in: codes }, level: { in: ["TOWNSHIP", "VILLAGE"] } },
      _count: true,
    });
    const countOf = (code: string, level: string) =>
      counted.find((row) => row.countyCode === code && row.level === level)?._count ?? 0;
    return codes.map((code) => ({
      code,
      name: fullRegionName(code),
      flags: (flags.get(code) ?? []).filter((one) => inForce(one, on)).map((one) => one.kind),
      districts: (pairings.get(code) ?? [])
        .filter((one) => inForce(one, on))
        .map((one) => one.districtName),
      townships: countOf(code, "TOWNSHIP"),
      villages: countOf(code, "VILLAGE"),
    }));
  });
}

export interface CountyPage {
  readonly code: string;
  readonly name: string;
  readonly flags: readonly FlagLine[];
  readonly pairings: readonly PairingLine[];
  readonly townships: readonly (Subdivision & { readonly villages: readonly Subdivision[] })[];
}

/** One county; null when it is out of scope. */
export async function viewCounty(scope: Scope, code: string): Promise<CountyPage | null> {
  if (!ownRegions(scope).includes(code) || code.endsWith("00")) return null;
  return inTransaction(scope, async (tx) => {
    const rows = await tx.region.findMany({
      where: { countyCode: code, level: { in: ["TOWNSHIP", "VILLAGE"] } },
      orderBy: { code: "asc" },
      select: { code: true, name: true, level: true, parentCode: true },
    });
    const plain = (row: Subdivision) => ({ code: row.code, name: row.name });
    const villagesOf = (township: string) =>
      rows.filter((row) => row.level === "VILLAGE" && row.parentCode === township).map(plain);
    return {
      code,
      name: fullRegionName(code),
      flags: (await flagsOf(tx, [code])).get(code) ?? [],
      pairings: (await pairingsOf(tx, [code])).get(code) ?? [],
      townships: rows
        .filter((row) => row.level === "TOWNSHIP")
        .map((row) => ({ ...plain(row), villages: villagesOf(row.code) })),
    };
  });
}
