import { PARAMETERS, type ParameterId } from "./parameter";
import { cannotTell, type Input, type Numbers, type Verdict } from "./rule";

/** Judges by a number in force, which is among the inputs with its source; without one nothing can be told. */
export function withNumber(
  numbers: Numbers,
  parameter: ParameterId,
  judge: (value: number, asInput: Input) => Verdict,
): Verdict {
  const { label, unit } = PARAMETERS[parameter];
  const found = numbers(parameter);
  if (found === null) return cannotTell(`没有录入“${label}”`, { label, value: "没有录入" });
  const { value, source } = found;
  return judge(value, { label, value: `${value} ${unit}（${source ?? "本系统定义"}）` });
}
