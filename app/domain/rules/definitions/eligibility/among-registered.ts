import type { ClaimFacts } from "../../../claims/facts";
import type { PovertyStatus } from "../../../people/poverty-status";
import { daysBetween } from "../../../shared/calendar-date";
import { cannotTell, fail, pass, type Numbers, type Verdict } from "../../rule";
import { categoryText } from "./registry-inputs";

/**
 * Whether the registry carried the person under one of the categories on the event's day. An export made later tells
 * nothing of that day, and one older than the days entered (verification.maxAgeDays) no longer does.
 */
export function amongRegistered(
  { person: { registry }, eventOn }: ClaimFacts,
  numbers: Numbers,
  accepted: readonly PovertyStatus[],
): Verdict {
  const event = { label: "事项日期", value: eventOn };
  if (registry === null) return cannotTell("没有覆盖本县和事项日期的建档立卡数据", event);
  const { category, exportedOn } = registry;
  const exported = { label: "建档立卡数据日期", value: exportedOn };
  const age = daysBetween(exportedOn, eventOn);
  if (age < 0) return cannotTell("建档立卡数据晚于事项日期，说明不了当日的情况", event, exported);
  const most = numbers("verification.maxAgeDays");
  if (most !== null && age > most.value) {
    const limit = {
      label: "数据最长天数",
      value: `${most.value} 天（${most.source ?? "本系统定义"}）`,
    };
    return cannotTell(`建档立卡数据早于事项日期 ${age} 天，已经过期`, event, exported, limit);
  }
  const listed = { label: "建档立卡类别", value: categoryText(category) };
  if (category === null) return fail("建档立卡数据中没有此人", event, exported, listed);
  return accepted.includes(category)
    ? pass(`登记为“${listed.value}”`, event, exported, listed)
    : fail(`登记为“${listed.value}”，当时不在受益范围内`, event, exported, listed);
}
