import type { ClaimFacts } from "../../../claims/facts";
import { POVERTY_STATUS_LABELS, type PovertyStatus } from "../../../people/poverty-status";
import { cannotTell, fail, pass, type Verdict } from "../../rule";

/** Whether the registry carries the person under one of the categories on the event's day. */
export function amongRegistered(
  { person: { registry }, eventOn }: ClaimFacts,
  accepted: readonly PovertyStatus[],
): Verdict {
  const event = { label: "事项日期", value: eventOn };
  if (registry === null) return cannotTell("没有覆盖本县和事项日期的建档立卡数据", event);
  const { category, exportedOn } = registry;
  const exported = { label: "建档立卡数据日期", value: exportedOn };
  if (category === null) return fail("建档立卡数据中没有此人", event, exported);
  const label = POVERTY_STATUS_LABELS[category];
  return accepted.includes(category)
    ? pass(`登记为“${label}”`, event, exported)
    : fail(`登记为“${label}”，当时不在受益范围内`, event, exported);
}
