import { data, redirect } from "@remix-run/node";
import { CLAIM_STATE_LABELS, type ClaimState } from "~/domain/claims/claim";
import { yuanText, type Fen } from "~/domain/shared/fen";
import type { Outcome } from "~/domain/shared/outcome";
import { forbidden, notFound } from "~/platform/http/not-found.server";

/** Every refusal of a step of a claim and of its payment. */
export type StepRefusal =
  | { readonly kind: "notFound" | "forbidden" | "removed" | "changedByOthers" | "empty" }
  | { readonly kind: "ownWork" | "approved" | "reasonMissing" | "answered" | "noUnitAccount" }
  | {
      readonly kind: "noUnit" | "lineMissing" | "sent" | "notRefused" | "notShared" | "othersStand";
    }
  | { readonly kind: "sameNumber" }
  | { readonly kind: "wrongState"; readonly state: ClaimState }
  | { readonly kind: "blocked"; readonly lines: number }
  | { readonly kind: "noteMissing"; readonly lines: number }
  | { readonly kind: "beyondPot"; readonly leftFen: Fen }
  | { readonly kind: "nothingToSend"; readonly kept: readonly string[] };

type Errors = Readonly<Record<string, string>>;

/** What the clerk reads, by the field it belongs to; what has a page of its own is thrown. */
export function stepErrors(refusal: StepRefusal): Errors {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "reasonMissing":
      return { reason: "请写明原因" };
    case "noteMissing":
      return { note: `${refusal.lines} 条明细有需要说明的情况，请写明为什么仍然申领` };
    case "nothingToSend":
      return {
        form: "没有可以送银行的明细：都已送出或已发放，或有下列问题；也可能刚刚已由别人生成代发文件",
        ...Object.fromEntries(refusal.kept.map((text, at) => [`form${at}`, text])),
      };
    case "wrongState":
      return {
        form: `这批申领${CLAIM_STATE_LABELS[refusal.state]}，现在不能办理这一步，请重新载入本页`,
      };
    case "blocked":
      return {
        form: `刚刚重新核查：${refusal.lines} 条明细不符合或无法判断，不能通过。请看“不能报送”的明细`,
      };
    case "sameNumber":
      return { account: "银行退回过这个账号，请登记另一个；账号确实无误的，请复核人准许再发" };
    case "beyondPot":
      return { form: `资金项目只剩 ${yuanText(refusal.leftFen)}，不够本批，不能批准` };
    case "removed":
    case "changedByOthers":
    case "empty":
    case "ownWork":
    case "approved":
    case "answered":
    case "noUnitAccount":
    case "noUnit":
    case "lineMissing":
    case "sent":
    case "notRefused":
    case "notShared":
    case "othersStand":
      return { form: MESSAGES[refusal.kind] };
  }
}

const MESSAGES = {
  removed: "这批申领已撤销",
  changedByOthers: "别人刚刚办过或核查过这批申领，请重新载入本页，核对后再办",
  empty: "本批没有明细，不能报送",
  ownWork: "编制、报送、复核、两个部门审批和发放须由不同的人办理，本人经手的不能由本人办理这一步",
  approved: "本部门已经批准，等另一个部门审批",
  answered: "这次代发已登记过回盘或已撤回，请重新载入本页",
  noUnitAccount: "没有登记收款单位的账户，请先登记",
  noUnit: "本批发给本人，没有收款单位",
  lineMissing: "这条明细已不在本批，或本批发给单位，请重新载入本页",
  sent: "这条明细已送银行或已发放，账户不能更换",
  notRefused: "银行没有退回过这笔款项，或已准许再发，请重新载入本页",
  notShared: "这个账号没有发放给过别人，报送时已登记，不需要核对",
  othersStand: "还有别人登记的也是这个账号，请先把他们改登本人账户，再来核对",
} as const;

/** Where it went through: the address; else the form with its errors. */
export function answered(
  outcome: Outcome<unknown, StepRefusal>,
  values: Readonly<Record<string, string>>,
  to: string,
) {
  if (outcome.ok) return redirect(to);
  const errors = stepErrors(outcome.refusal);
  // Two forms of a page may ask for a reason: only the refused one shows what was typed.
  return data({ values, errors, intent: values["intent"] ?? "" }, { status: 422 });
}
