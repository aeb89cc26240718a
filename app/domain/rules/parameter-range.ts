import { PARAMETERS, type ParameterId } from "./parameter";

interface Range {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

const whole = (least: number, most: number): Range => ({ least, most, isWhole: true });

const SWITCH = whole(0, 1);

/** What a number of a unit can be at all; beyond it somebody typed it wrong. */
const BY_UNIT: Readonly<Record<string, Range>> = {
  元: { least: 0.01, most: 1_000_000, isWhole: false },
  "%": { least: 0, most: 100, isWhole: false },
  人: whole(1, 1000),
  课时: whole(1, 2000),
  "张（段）": whole(1, 100),
  公里: { least: 0, most: 5000, isWhole: false },
  天: whole(0, 3650),
  个工作日: whole(1, 250),
  月: whole(1, 60),
  次: whole(1, 12),
  周岁: whole(16, 100),
};

const OWN: Partial<Record<ParameterId, Range>> = {
  "claim.windowDays": whole(1, 3650),
  "fund.idleDays": whole(1, 3650),
  "post.noticeDays": whole(1, 60),
  "post.restDays": whole(0, 31),
};

function rangeOf(parameter: ParameterId): Range | null {
  const { unit } = PARAMETERS[parameter];
  if (unit.startsWith("1 为")) return SWITCH;
  return OWN[parameter] ?? BY_UNIT[unit] ?? null;
}

/** Why a parameter cannot have the value; null when it can. */
export function valueProblem(parameter: ParameterId, value: number): string | null {
  const range = rangeOf(parameter);
  const { label, unit } = PARAMETERS[parameter];
  if (range === null) return null;
  const { least, most, isWhole } = range;
  const fits = value >= least && value <= most && (!isWhole || Number.isInteger(value));
  if (fits) return null;
  if (range === SWITCH) return `“${label}”只能是 1 或 0`;
  return `“${label}”应在 ${least} 至 ${most} ${unit}之间${isWhole ? "，且为整数" : ""}`;
}

/** Whether the parameter moves money: what it says then needs two people, and goes by a rule pack. */
export const needsPack = (parameter: ParameterId): boolean => /^(claim|fund)\./.test(parameter);
