import { FAIR_GAP_LABELS } from "../employers/job-fair";

/** Why a fair, class or leader on a target's list is in no figure of it (our definitions: decisions/0022). */
export type UnitGap = "noProof" | "noParticipants" | "noDistrict" | "notSealed" | "notPassed";

export const UNIT_GAP_LABELS: Readonly<Record<UnitGap, string>> = {
  noProof: FAIR_GAP_LABELS.noProof,
  noParticipants: FAIR_GAP_LABELS.noParticipants,
  noDistrict: "未登记与本区合办",
  notSealed: "名册未封存",
  notPassed: "未结业合格",
};
