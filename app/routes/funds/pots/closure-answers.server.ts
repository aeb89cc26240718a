import { viewClosure } from "~/data/funds/pot-closure-view.server";
import type { Actor } from "~/domain/access/actor";
import { OPEN_MATTER_LABELS, type OpenMatter } from "~/domain/funds/closure";
import { CLOSURE_STEP_LABELS } from "~/domain/funds/pot";
import { closureForm } from "~/domain/funds/project-form";
import { yuanText } from "~/domain/shared/fen";
import { dayInChina, now } from "~/platform/clock.server";
import {
  recordClosureStep,
  voidClosureStep,
  type ClosureStepRefusal,
  type VoidClosureStepRefusal,
} from "~/usecases/funds/close-project.server";
import { errorsByField } from "../documents/form-values";
import { explainPot } from "./pot-refusals.server";
import { answerWithVoucher, type VoucherAnswer } from "./voucher-answer.server";

type Texts = Record<string, string>;

/** Answers both forms of the closure page: the next step with its paper, and taking back the last one. */
export function answerClosure(actor: Actor, potId: string, request: Request) {
  return answerWithVoucher(request, async (values, file): Promise<VoucherAnswer> => {
    if (values["intent"] === "void") return answerVoid(actor, potId, values["voidReason"] ?? "");
    const read = closureForm.safeParse(values);
    const errors = read.success ? {} : errorsByField(read.error);
    if (file === null) Object.assign(errors, { file: "请选择材料扫描件" });
    if (!read.success || file === null) return { errors };
    const outcome = await recordClosureStep(actor, { potId, facts: read.data, file }, now());
    if (outcome.ok) return { to: `/funds/${potId}/closure?done=step` };
    return { errors: explainStep(outcome.refusal) };
  });
}

async function answerVoid(actor: Actor, potId: string, typed: string): Promise<VoucherAnswer> {
  const reason = typed.trim();
  if (reason === "" || reason.length > 300) {
    return { errors: { voidReason: "请填写作废原因，不超过 300 个字" } };
  }
  const stepId = (await viewClosure(actor, potId, dayInChina(now()))).lastId ?? "";
  const outcome = await voidClosureStep(actor, { potId, stepId, reason }, now());
  if (outcome.ok) return { to: `/funds/${potId}/closure?done=void` };
  return { errors: { form: explainVoid(outcome.refusal) } };
}

function explainStep(refusal: ClosureStepRefusal): Texts {
  switch (refusal.kind) {
    case "outOfOrder": {
      const next = refusal.next === null ? "没有下一步" : CLOSURE_STEP_LABELS[refusal.next];
      return { form: `须依次办理，现在应登记：${next}` };
    }
    case "beforePrevious": {
      const { step, doneOn } = refusal.previous;
      return { doneOn: `不能早于${CLOSURE_STEP_LABELS[step]}的完成日期 ${doneOn}` };
    }
    case "score":
      return { score: "绩效报告须填写评分，其他步骤不填" };
    case "future":
      return { doneOn: "完成日期不能晚于今天" };
    case "unsettled":
      return { form: `还有没办完的事项，办完后再登记：${openText(refusal.open)}` };
    case "moneyLeft":
      return {
        form: `还有 ${yuanText(refusal.lyingFen)}已到账，没有支出也没有结转，不能验收；年度结束后（12 月 31 日起）由财务登记结转，再验收`,
      };
    case "beforeLastEntry":
      return { doneOn: `不能早于最后一笔收支的日期 ${refusal.lastEntryOn}` };
    case "changedByOthers":
      return { form: "别人刚刚办理过，请重新载入本页" };
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
    case "afterAccounts":
      return { form: explainPot(refusal) };
  }
}

/** 支出待审核（宣传 100 元）；补贴申领没有发放完（…） */
function openText(open: readonly OpenMatter[]): string {
  const kinds = [...new Set(open.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const names = open.filter((one) => one.kind === kind).map(({ name }) => name);
      return `${OPEN_MATTER_LABELS[kind]}（${names.join("、")}）`;
    })
    .join("；");
}

function explainVoid(refusal: VoidClosureStepRefusal): string {
  switch (refusal.kind) {
    case "changedByOthers":
      return "别人刚刚办理过，请重新载入本页";
    case "notLast":
      return "只能从最后一步起作废";
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
    case "afterAccounts":
      return explainPot(refusal);
  }
}
