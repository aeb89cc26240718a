import { narrowedWorkplace, writtenWorkplaceFinder } from "~/domain/placements/written-workplace";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { regionCode } from "~/domain/shared/region-code";
import { presentRegions, regionName } from "~/platform/reference/region-codes.server";
import { isWorkplace } from "./workplace-name.server";

export type WorkplaceRefusal =
  | { readonly kind: "workplaceUnknown" }
  /** What is written beside the chosen region is no place in it, or more than one. */
  | { readonly kind: "workplaceNotInside"; readonly name: string };

const find = writtenWorkplaceFinder(presentRegions());

/** The code chosen from the list, or that of the place written beside it as a ledger's file writes it. */
export function settleWorkplace(
  chosen: string,
  written: string,
): Outcome<string, WorkplaceRefusal> {
  if (!isWorkplace(chosen)) return refused({ kind: "workplaceUnknown" });
  if (written === "") return done(chosen);
  const found = narrowedWorkplace(regionCode(chosen), written, regionName, find);
  if (found !== null) return done(found);
  return refused({ kind: "workplaceNotInside", name: regionName(chosen) ?? chosen });
}
