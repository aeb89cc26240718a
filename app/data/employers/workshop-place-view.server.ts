import { viewCounty } from "~/data/regions/region-view.server";
import { regionName } from "~/platform/reference/region-codes.server";
import type { Scope } from "~/platform/prisma/transaction.server";

/** Where a workshop may stand: a county, its townships and villages, to choose one. */
export interface PlaceGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A group for every county, with what has been entered of it; the county itself stands first. */
export async function workshopPlaces(
  scope: Scope,
  counties: readonly string[],
): Promise<PlaceGroup[]> {
  const groups: PlaceGroup[] = [];
  for (const code of counties) {
    const name = regionName(code) ?? code;
    const townships = (await viewCounty(scope, code))?.townships ?? [];
    const options = townships.flatMap((township) => [
      { value: township.code, label: township.name },
      ...township.villages.map((village) => ({
        value: village.code,
        label: `${township.name} ${village.name}`,
      })),
    ]);
    groups.push({
      label: name,
      options: [{ value: code, label: `${name}（不细分）` }, ...options],
    });
  }
  return groups;
}
