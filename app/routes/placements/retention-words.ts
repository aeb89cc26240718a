import type { MilestoneState } from "~/domain/placements/retention";
import type { ServiceMonth } from "~/domain/placements/retention-proof";
import type { ParameterInForce } from "~/domain/rules/parameter";

/** 2020-06-05 已满; 预计 2020-08-05 满; whoever is lost has not left as far as anybody knows. */
export function milestoneWords(state: MilestoneState, isLost: boolean): string {
  if (isLost && state.kind !== "reached") return "未满，失联";
  switch (state.kind) {
    case "reached":
      return `${state.on} 已满`;
    case "expected":
      return `预计 ${state.on} 满`;
    case "needsNextJob":
      return `已知离岗日期不足，${state.until} 前（含当日）再就业可接续`;
    case "missed":
      return `未满，${state.endedOn} 已离岗`;
  }
}

/** The full months that nothing proves: 缺第 2、3 个月. */
export function missingWords(months: readonly ServiceMonth[]): string {
  const missing = months.filter(({ isFull, proofs }) => isFull && proofs.length === 0);
  if (missing.length > 0) return `缺第 ${missing.map((month) => month.number).join("、")} 个月`;
  return months.some(({ isFull }) => isFull) ? "各月齐全" : "尚未满 1 个月";
}

/** How gaps are counted and who says so. */
export function gapWords({ value, source }: ParameterInForce): string {
  const by = source === null ? "本系统定义，文件未规定" : `依据 ${source}`;
  return `换岗间断不超过 ${value} 天的接续计算，间断天数不计入（${by}）`;
}
