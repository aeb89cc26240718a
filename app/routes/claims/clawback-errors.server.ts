import { data, redirect } from "@remix-run/node";
import { yuanText, type Fen } from "~/domain/shared/fen";
import { forbidden, notFound } from "~/platform/http/not-found.server";

/** Every refusal of what is done to a claw-back, and of proposing one. */
export type ClawbackStepRefusal =
  | { readonly kind: "notFound" | "forbidden" | "changedByOthers" | "removed" | "lineMissing" }
  | { readonly kind: "ownWork" | "reasonMissing" | "atBank" | "voucherMissing" }
  | { readonly kind: "future" | "beforePaid" | "open" | "nothingLeft" }
  | { readonly kind: "wrongState"; readonly state: string }
  | { readonly kind: "amount" | "whole"; readonly mostFen: Fen };

type Errors = Readonly<Record<string, string>>;

export function clawbackErrors(refusal: ClawbackStepRefusal): Errors {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "reasonMissing":
      return { reason: "请写明原因或依据" };
    case "voucherMissing":
      return { voucherNo: "请填写收款凭证号" };
    case "future":
      return { repaidOn: "这一天还没有到" };
    case "beforePaid":
      return { repaidOn: "早于发放的日期，请核对" };
    case "amount":
      return { amount: `请填写 0.01 元至 ${yuanText(refusal.mostFen)}` };
    case "whole":
      return { amount: `还没有发放的整笔停发：${yuanText(refusal.mostFen)}` };
    case "wrongState":
      return { form: "现在不能办理这一步：可能已由别人办过，请重新载入本页" };
    case "removed":
    case "lineMissing":
    case "changedByOthers":
    case "ownWork":
    case "atBank":
    case "open":
    case "nothingLeft":
      return { form: MESSAGES[refusal.kind] };
  }
}

const MESSAGES = {
  removed: "这批申领已撤销",
  lineMissing: "这条明细已不在本批",
  changedByOthers: "别人刚刚办过这笔追回，请重新载入本页",
  ownWork: "提出、确认、收款须由不同的人办理，本人经手的不能由本人办理这一步",
  atBank: "这笔款已送银行，还没有回盘：登记回盘后再确认是停发还是追回",
  open: "这条明细已有一笔追回没有办结",
  nothingLeft: "这条明细已全额追回或停发",
} as const;

export function answeredClawback(
  outcome: { readonly ok: true } | { readonly ok: false; readonly refusal: ClawbackStepRefusal },
  values: Errors,
  to: string,
) {
  if (outcome.ok) return redirect(to);
  return refuseClawback(clawbackErrors(outcome.refusal), values);
}

export function refuseClawback(errors: Errors, values: Errors) {
  return data({ errors, values, intent: values["intent"] ?? "" }, { status: 422 });
}
