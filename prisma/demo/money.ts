import { addMonths, monthOf } from "~/domain/shared/months";
import { dayInChina } from "~/platform/clock.server";
import { allocate, OF_2020, ofYear } from "./allocations";
import { runClaims } from "./claims";
import type { MoneyHands } from "./hands";
import { runPots } from "./pots";
import { bringStandards } from "./standards";

/** Standards, allocations and pots, after the posts: their first month is what this year's money pays. */
export async function runMoney(hands: MoneyHands, now: Date): Promise<void> {
  const paidFrom = addMonths(monthOf(dayInChina(now)), -2);
  await bringStandards(hands.bureau, hands.office);
  await allocate(hands.office, OF_2020);
  await allocate(hands.office, ofYear(Number(paidFrom.slice(0, 4))));
  await runPots(hands, paidFrom);
  await runClaims(hands, paidFrom);
}
