import type { Filed } from "~/data/training/filing-view.server";
import { yuanDigits } from "~/domain/shared/fen";

/** What is filed, as texts for the fields of its form. */
export function filingValues(filed: Filed): Record<string, string> {
  const { planId, providerId, unitCostFen, budgetFen, trade, place } = filed;
  const { venueRegion, audience, commissioning, costUnit, fundSource, startsOn, endsOn } = filed;
  const { employerName, employerCreditCode, employerOrder, responsibleOfficer } = filed;
  const { implementerRegion, implementerReason } = filed;
  const text = (value: number | null) => (value === null ? "" : String(value));
  return {
    ...{ trade, place, venueRegion, audience, commissioning, costUnit, fundSource },
    ...{ employerName, employerCreditCode, employerOrder, responsibleOfficer, startsOn, endsOn },
    ...{ implementerRegion, implementerReason },
    planId: planId ?? "",
    providerId: providerId ?? "",
    venueLatitude: text(filed.venueLatitude),
    venueLongitude: text(filed.venueLongitude),
    plannedHeadcount: text(filed.plannedHeadcount),
    costQuantity: text(filed.costQuantity),
    unitCostFen: unitCostFen === null ? "" : yuanDigits(unitCostFen),
    budgetFen: budgetFen === null ? "" : yuanDigits(budgetFen),
  };
}
