import type { Actor } from "~/domain/access/actor";
import { EXPENDITURE_CATEGORY_LABELS } from "~/domain/funds/pot";
import { receiptForm, spendingForm } from "~/domain/funds/pot-form";
import { fen, yuanText } from "~/domain/shared/fen";
import { now } from "~/platform/clock.server";
import { receiveFunds, type ReceiveRefusal } from "~/usecases/funds/receive-funds.server";
import { spendFunds, type SpendRefusal } from "~/usecases/funds/spend-funds.server";
import { errorsByField } from "../documents/form-values";
import { explainPot } from "./pot-refusals.server";
import { balanceText } from "./pot-text";
import { answerWithVoucher } from "./voucher-answer.server";

type Texts = Record<string, string>;

/** Answers the form of money that came. */
export function answerReceipt(actor: Actor, potId: string, request: Request) {
  return answerWithVoucher(request, async (values, file) => {
    const read = receiptForm.safeParse(values);
    if (!read.success) return { errors: errorsByField(read.error) };
    const outcome = await receiveFunds(actor, { potId, facts: read.data, file }, now());
    if (outcome.ok) return { to: `/funds/${potId}?done=receipt` };
    return { errors: explainReceipt(outcome.refusal) };
  });
}

function explainReceipt(refusal: ReceiveRefusal): Texts {
  switch (refusal.kind) {
    case "future":
      return { receivedOn: "到账日期不能晚于今天" };
    case "beforeLetter":
      return { receivedOn: "到账日期不能早于接函日期，请核对两个日期" };
    case "voucherKnown":
      return { voucherNo: "这个凭证号在本项目已登记过到账，请核对是否重复" };
    case "beyondAllocated":
      return {
        amountFen: `到账合计不能超过下达资金，还没有到账的最多 ${yuanText(refusal.leftFen)}`,
      };
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
    case "afterAccounts":
      return { form: explainPot(refusal) };
  }
}

/** Answers the form of money paid out. */
export function answerSpending(actor: Actor, potId: string, request: Request) {
  return answerWithVoucher(request, async (values, file) => {
    const read = spendingForm.safeParse(values);
    const errors = read.success ? {} : errorsByField(read.error);
    if (file === null) Object.assign(errors, { file: "请选择凭证扫描件" });
    if (!read.success || file === null) return { errors };
    const outcome = await spendFunds(actor, { potId, facts: read.data, file }, now());
    if (outcome.ok) return { to: `/funds/${potId}/spending?done=spend` };
    return { errors: explainSpending(outcome.refusal) };
  });
}

function explainSpending(refusal: SpendRefusal): Texts {
  switch (refusal.kind) {
    case "locked":
      return { form: "结转资金还没有解锁，不能支出" };
    case "yearOver":
      return {
        form: "项目年度已经结束，剩余资金锁定，不能再登记支出；请登记结转，由上级决定后使用",
      };
    case "future":
      return { spentOn: "支出日期不能晚于今天" };
    case "beforeYear":
      return { spentOn: "支出日期不能早于项目年度" };
    case "voucherKnown":
      return { voucherNo: "这个凭证号在本项目已登记过支出，请核对是否重复" };
    case "beyondReceived": {
      const { cameFen, goneFen } = refusal.balance;
      const most = yuanText(fen(Math.max(0, cameFen - goneFen)));
      return {
        amountFen: `${balanceText(refusal.balance)}，这一天起能支出的最多 ${most}；到账没有登记的先登记到账，支出日期填错的更正日期`,
      };
    }
    case "reasonMissing":
      return { reason: "转移就业资金通过补贴申领发放，直接支出须写明理由" };
    case "beyondPot":
      return { amountFen: `超过可用资金，最多 ${yuanText(refusal.leftFen)}` };
    case "throughClaims":
      return { category: "补贴通过补贴申领核查、批准后发放，不在这里登记" };
    case "notAllowed": {
      const allowed = refusal.allowed.map((one) => EXPENDITURE_CATEGORY_LABELS[one]).join("、");
      return { category: `这笔资金不能用于这个用途，只能用于：${allowed}` };
    }
    case "whichOne":
      return { purpose: "请写明支出事由" };
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
    case "afterAccounts":
      return { form: explainPot(refusal) };
  }
}
