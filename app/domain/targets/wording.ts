import type { Forecast } from "./forecast";
import type { Standing } from "./standing";
import { numberText } from "./figure-text";
import { MEASURE_LABELS } from "./measure";
import { unitOf, type Target } from "./target";

/** 来沪就业人数（楚雄州） and the like: what a target is called on every page. */
export function targetLabel(target: Pick<Target, "measure">, regionName: string): string {
  return `${MEASURE_LABELS[target.measure]}（${regionName}）`;
}

/** 150 人, 超过 150 人, or that the document gives no number. */
export function valueText(
  target: Pick<Target, "basis" | "measure" | "mustExceed">,
  value: number | null,
): string {
  if (value === null) return target.mustExceed ? "超额完成，文件未给出数字" : "文件未给出数字";
  return `${target.mustExceed ? "超过 " : ""}${numberText(value)} ${unitOf(target)}`;
}

/** The day the target will be met by the last days' rate, with its range. */
export function forecastText(found: Forecast): string {
  if (found.kind === "never") return "按现有进度不能完成";
  const latest = found.latest === null ? "十年以后" : found.latest;
  return `${found.on}（${found.earliest} 至 ${latest}）`;
}

/** 67%; beyond the target too. */
export function percentText(rate: number | null): string {
  return rate === null ? "—" : `${Math.floor(rate * 1000) / 10}%`;
}

/** 超前 3, 落后 2, or 持平. */
export function aheadText(ahead: number): string {
  if (ahead === 0) return "持平";
  return ahead > 0 ? `超前 ${numberText(ahead)}` : `落后 ${numberText(-ahead)}`;
}

/** Up to two decimals, rounded up: less would not do. */
export function perDayText(neededPerDay: number): string {
  return String(Math.ceil(neededPerDay * 100 - 1e-9) / 100);
}

/** One area's standing in a sentence, as it is read aloud in place of a picture. */
export function standingText(
  name: string,
  target: Pick<Target, "basis" | "measure" | "mustExceed">,
  value: number | null,
  { tally, due, phase }: Standing,
): string {
  const unit = unitOf(target);
  const counted = `${name}计入 ${numberText(tally.proved)} ${unit}`;
  if (value === null || due === null) return `${counted}，${valueText(target, value)}`;
  const asked = `目标 ${valueText(target, value)}`;
  return phase === "running"
    ? `${counted}，${asked}，序时应到 ${numberText(due)}`
    : `${counted}，${asked}`;
}
