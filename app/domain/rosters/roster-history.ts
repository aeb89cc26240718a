import { z } from "zod";

/** One step of a roster's life as the page tells it. */
export interface RosterStep {
  readonly title: string;
  readonly note: string;
  readonly tone: "neutral" | "info" | "success" | "warning";
}

const facts = z
  .object({
    headcount: z.number(),
    reason: z.string(),
    added: z.number(),
    updated: z.number(),
    lineNo: z.number(),
    name: z.string(),
    number: z.number(),
    numbers: z.string(),
    copyNo: z.string(),
    purpose: z.string(),
  })
  .partial();

type Facts = z.infer<typeof facts>;

const STEPS: Readonly<Record<string, (found: Facts) => RosterStep>> = {
  "roster.commitImport": ({ added = 0, updated = 0 }) =>
    step("导入", `新增 ${added} 人，更新 ${updated} 人`),
  "roster.removeLine": ({ lineNo = 0, name = "", reason = "" }) =>
    step("移除", `第 ${lineNo} 号 ${name}：${reason}`),
  "roster.submit": ({ headcount = 0 }) => step("报送", `${headcount} 人`, "info"),
  "roster.return": ({ reason = "" }) => step("退回", reason, "warning"),
  "roster.accept": ({ headcount = 0 }) => step("核定", `${headcount} 人`, "success"),
  "roster.seal": ({ headcount = 0 }) => step("封存", `${headcount} 人`, "success"),
  "roster.printSealed": ({ headcount = 0, purpose = "", copyNo = "" }) =>
    step("打印封存名册", [`${headcount} 人`, purpose, copyNo]),
  "amendment.propose": ({ number = 0, name = "", reason = "" }) =>
    step("提出更正", [`第 ${number} 项`, name, reason], "info"),
  "amendment.approve": ({ number = 0, name = "", reason = "" }) =>
    step("同意更正", [`第 ${number} 项`, name, reason], "success"),
  "amendment.refuse": ({ number = 0, name = "", reason = "" }) =>
    step("不同意更正", [`第 ${number} 项`, name, reason], "warning"),
  "roster.export": ({ headcount = 0, numbers = "", reason = "", copyNo = "" }) =>
    step("导出", [
      `${headcount} 人`,
      numbers === "full" ? `完整号码（${reason}）` : "号码已隐去",
      copyNo,
    ]),
  "roster.print": ({ headcount = 0, purpose = "", copyNo = "" }) =>
    step("打印", [`${headcount} 人`, purpose, copyNo]),
};

/** The trail's actions that belong to a roster's life. */
export const ROSTER_STEPS: readonly string[] = Object.keys(STEPS);

/** One event of the trail in words; null for what is no step of a roster. */
export function rosterStep(action: string, detail: unknown): RosterStep | null {
  const found = facts.safeParse(detail);
  return STEPS[action]?.(found.success ? found.data : {}) ?? null;
}

function step(
  title: string,
  note: string | readonly string[],
  tone: RosterStep["tone"] = "neutral",
): RosterStep {
  const parts = typeof note === "string" ? [note] : note;
  return { title, note: parts.filter((part) => part !== "").join(" · "), tone };
}
