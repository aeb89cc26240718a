import { toCountyFlag, type CountyFlagKind } from "~/domain/regions/county-flag";
import { regionName } from "~/platform/reference/region-codes.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A flag of a county, for a period. */
export interface FlagLine {
  readonly id: string;
  readonly kind: CountyFlagKind;
  readonly from: string;
  readonly to: string | null;
  readonly source: string;
}

/** A Shanghai district that a county is paired with, for a period. */
export interface PairingLine {
  readonly id: string;
  readonly districtName: string;
  readonly districtCode: string;
  readonly from: string;
  readonly to: string | null;
  readonly endIsAssumed: boolean;
  readonly source: string;
}

/** The flags of these counties, by county, the latest first. */
export async function flagsOf(tx: Tx, codes: readonly string[]): Promise<Map<string, FlagLine[]>> {
  const rows = await tx.regionFlag.findMany({
    where: { countyCode: { in: [...codes] } },
    orderBy: { fromOn: "desc" },
  });
  return grouped(rows, ({ id, kind, source, ...row }) => {
    const known = toCountyFlag(kind);
    return known === null ? null : { id, kind: known, source, ...period(row) };
  });
}

/** The pairings of these counties, by county, the latest first. */
export async function pairingsOf(
  tx: Tx,
  codes: readonly string[],
): Promise<Map<string, PairingLine[]>> {
  const rows = await tx.pairing.findMany({
    where: { countyCode: { in: [...codes] } },
    orderBy: { fromOn: "desc" },
  });
  return grouped(rows, ({ id, districtCode, endIsAssumed, source, ...row }) => ({
    id,
    districtCode,
    districtName: regionName(districtCode) ?? districtCode,
    endIsAssumed,
    source,
    ...period(row),
  }));
}

function period({ fromOn, toOn }: { fromOn: Date; toOn: Date | null }) {
  return { from: dayOf(fromOn), to: toOn === null ? null : dayOf(toOn) };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function grouped<Row extends { readonly countyCode: string }, Line>(
  rows: readonly Row[],
  line: (row: Row) => Line | null,
): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const row of rows) {
    const made = line(row);
    if (made !== null) groups.set(row.countyCode, [...(groups.get(row.countyCode) ?? []), made]);
  }
  return groups;
}
