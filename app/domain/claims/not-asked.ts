import { ruleOf } from "./stored-verdict";

/** A rule as a run counted it. */
interface Counted {
  readonly rule: string;
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
}

/** 不适用: the lines of a run of which a rule was not asked, and why in Chinese; with the others they add up to all. */
export function notAskedOf(
  { rule, pass, fail, unknown }: Counted,
  lineCount: number,
): { readonly notAsked: number; readonly whyNotAsked: string } {
  const asked = pass + fail + unknown;
  const notAsked = Math.max(0, lineCount - asked);
  if (notAsked === 0) return { notAsked, whyNotAsked: "" };
  if (asked === 0) return { notAsked, whyNotAsked: "本次没有核查这条规则" };
  const { from = null, to = null } = ruleOf(rule)?.effective ?? {};
  const days = [
    ...(from === null ? [] : [`早于 ${from}`]),
    ...(to === null ? [] : [`晚于 ${to}`]),
  ].join("或");
  return { notAsked, whyNotAsked: days === "" ? "不在规则的范围内" : `事项日${days}，规则不适用` };
}
