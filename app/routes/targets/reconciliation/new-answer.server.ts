import type { Actor } from "~/domain/access/actor";
import { monthLabel, toMonth } from "~/domain/targets/reconciliation-month";
import { toReconciledMeasure } from "~/domain/targets/reconciliation-words";
import {
  openReconciliation,
  type OpenReconciliationRefusal,
} from "~/usecases/targets/open-reconciliation.server";

type Errors = Readonly<Record<string, string>>;

/** Begins the month that the form asks for, or says what is wrong with it. */
export async function answerNewReconciliation(
  actor: Actor,
  values: Readonly<Record<string, string>>,
  now: Date,
): Promise<{ readonly id: string } | { readonly errors: Errors }> {
  const errors: Record<string, string> = {};
  const pair = /^(\d{6})-(\d{6})$/.exec(values["pair"] ?? "");
  const month = toMonth((values["month"] ?? "").normalize("NFKC").trim());
  const measure = toReconciledMeasure(values["measure"]);
  if (pair === null) errors["pair"] = "请选择结对关系";
  if (month === null) errors["month"] = "月份请写成 2020-05 的样子";
  if (measure === null) errors["measure"] = "请选择指标";
  if (pair === null || month === null || measure === null) return { errors };
  const [, countyCode = "", districtCode = ""] = pair;
  const asked = { countyCode, districtCode, month, measure };
  const outcome = await openReconciliation(actor, asked, now);
  return outcome.ok ? { id: outcome.value } : { errors: errorsOf(outcome.refusal, month) };
}

function errorsOf(refusal: OpenReconciliationRefusal, month: string): Errors {
  switch (refusal.kind) {
    case "forbidden":
      return { pair: "您没有为该县（市、区）办理对账的权限" };
    case "monthRunning":
      return { month: `${monthLabel(month)}尚未结束，${refusal.from} 以后才能对账` };
    case "notPaired":
      return { month: `${monthLabel(month)}两地没有结对，请核对月份或结对关系` };
    case "duplicate":
      return { month: `${monthLabel(month)}的对账已经发起，请到对账表中打开` };
  }
}
