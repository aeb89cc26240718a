import { regionContains } from "~/domain/access/region-scope";
import type { DraftReader } from "~/domain/funds/read-draft";
import { withoutBlanks } from "~/domain/shared/cell-text";
import { presentRegions } from "~/platform/reference/region-codes.server";

/** Finds the areas of a region by the names a table uses: 宣威市, 宣威, 曲靖市. */
export function areaReader(regionCode: string): Pick<DraftReader, "areaOf" | "ownArea"> {
  const inside = presentRegions().filter(({ code }) => regionContains(regionCode, code));
  return {
    ownArea: regionCode,
    areaOf: (name) => {
      const plain = withoutBlanks(name);
      const exact = inside.filter((one) => one.name === plain);
      const found = exact.length > 0 ? exact : inside.filter((one) => short(one.name) === plain);
      return found.length === 1 ? (found[0]?.code ?? null) : null;
    },
  };
}

function short(name: string): string {
  return name.length > 2 ? name.replace(/(市|县|区|州)$/, "") : name;
}
