import type { PersonFacts } from "../../../claims/facts";
import { POVERTY_STATUS_LABELS, type PovertyStatus } from "../../../people/poverty-status";
import { recorded } from "../../inputs";
import type { Input } from "../../rule";

/** Null: not in the registry. */
export const categoryText = (category: PovertyStatus | null): string =>
  category === null ? "不在册" : POVERTY_STATUS_LABELS[category];

/** Of which export a person was looked up, and under what. */
export function registryInputs(registry: PersonFacts["registry"]): readonly Input[] {
  if (registry === null) return [recorded("建档立卡数据日期", null)];
  return [
    { label: "建档立卡数据日期", value: registry.exportedOn },
    { label: "建档立卡类别", value: categoryText(registry.category) },
  ];
}
