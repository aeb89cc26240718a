import { z } from "zod";
import { writtenDay } from "~/domain/shared/form-fields";

/** What a person is asked to agree to; each purpose is a consent of its own and has its own notice. */
export type ConsentPurpose = "service" | "employerReferral" | "fingerprintImage";

export const CONSENT_PURPOSE_LABELS: Readonly<Record<ConsentPurpose, string>> = {
  service: "培训和补贴联系服务",
  employerReferral: "推荐给用人单位",
  fingerprintImage: "采集手印近照",
};

export const CONSENT_PURPOSES = Object.keys(CONSENT_PURPOSE_LABELS) as [
  ConsentPurpose,
  ...ConsentPurpose[],
];

export type ConsentMethod = "paper" | "screen" | "ownPhone";

export const CONSENT_METHOD_LABELS: Readonly<Record<ConsentMethod, string>> = {
  paper: "纸质签字",
  screen: "现场平板",
  ownPhone: "本人手机",
};

export type WithdrawalWay = "inPerson" | "phone" | "writing";

export const WITHDRAWAL_WAY_LABELS: Readonly<Record<WithdrawalWay, string>> = {
  inPerson: "本人当面提出",
  phone: "本人来电提出",
  writing: "本人书面提出",
};

const WITHDRAWAL_WAYS = Object.keys(WITHDRAWAL_WAY_LABELS) as [WithdrawalWay, ...WithdrawalWay[]];

/** What ends when a consent is withdrawn, and what the law keeps; shown before the officer confirms. */
export const AFTER_WITHDRAWAL: Readonly<
  Record<ConsentPurpose, { readonly ends: string; readonly stays: string }>
> = {
  service: {
    ends: "不再用联系电话回访；不再生成签字链接，还没有用的签字链接立即作废。",
    stays:
      "已登记的花名册、查验结果、考勤、签字和手印不删除：它们是培训补贴报销凭证的附件，按《会计档案管理办法》保存 30 年，只用于核销、检查和审计。",
  },
  employerReferral: {
    ends: "不再把姓名、工种和联系方式提供给用人单位。",
    stays: "曾经同意过、什么时候撤回的记录保留，证明此前的推荐有依据；与所附凭证一同保存 30 年。",
  },
  fingerprintImage: {
    ends: "手印近照立即作废，任何人不能再打开。",
    stays:
      "只保留“曾采集过、何时撤回”的记录。纸质花名册上的手印是报销凭证的一部分，按《会计档案管理办法》保存 30 年，不随撤回删除。",
  },
};

/** A consent given on paper, as an officer records it. */
export const consentForm = z.object({
  purpose: z.enum(CONSENT_PURPOSES, "请选择同意的事项"),
  givenOn: writtenDay("同意日期"),
  witness: z.string().trim().min(2, "请填写见证人姓名").max(30, "见证人不超过 30 个字"),
});

export const withdrawalForm = z.object({
  purpose: z.enum(CONSENT_PURPOSES, "请选择撤回的事项"),
  way: z.enum(WITHDRAWAL_WAYS, "请选择提出的方式"),
  reason: z.string().trim().min(2, "请写明撤回的原因").max(200, "原因不超过 200 个字"),
});

export type ConsentForm = z.infer<typeof consentForm>;
export type WithdrawalForm = z.infer<typeof withdrawalForm>;
