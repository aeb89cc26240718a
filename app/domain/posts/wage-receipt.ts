import { yuanText, type Fen } from "../shared/fen";
import { sectionsOf, type NoticeSection } from "../evidence/notice";

/** 2020年5月公共服务岗位工资表（1）; `month` is any day of it, `number` counts the sheets of county and month. */
export function wageSheetName(sheet: { readonly month: string; readonly number: number }): string {
  return `${monthName(sheet.month)}公共服务岗位工资表（${sheet.number}）`;
}

/** 2020年5月 */
export function monthName(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return `${year}年${Number(number)}月`;
}

/** What of his wage a person reads before he signs for it; the account is masked. */
export interface WageFacts {
  readonly kind: "WAGES";
  readonly name: string;
  readonly idMasked: string;
  readonly countyName: string;
  /** Any day of the month. */
  readonly month: string;
  /** 岗位名称. */
  readonly post: string;
  readonly workedDays: number;
  readonly restDays: number;
  readonly dueFen: Fen;
  readonly adjustFen: Fen;
  readonly payFen: Fen;
  /** Empty where nothing is paid. */
  readonly bankName: string;
  readonly accountMasked: string;
  /** `YYYY-MM-DD`; null where nothing is paid. */
  readonly paidOn: string | null;
}

/** What a signature for wages says: received, or, where nothing is paid, that he knows of it. */
export function receiptStatement({ payFen }: Pick<WageFacts, "payFen">): string {
  return payFen === 0
    ? "我本人知道本月没有工资发放，以上信息属实，由我本人签名确认。"
    : "上述工资我本人已经收到，金额无误，由我本人签名确认。";
}

/** The facts as they are shown, label and value, in this order. */
export function shownWage(facts: WageFacts): readonly (readonly [label: string, value: string])[] {
  const { dueFen, adjustFen, payFen, paidOn } = facts;
  return [
    ["姓名", facts.name],
    ["身份证号", facts.idMasked],
    ["工资月份", monthName(facts.month)],
    ["岗位", facts.post],
    ["出勤", `${facts.workedDays} 天${facts.restDays > 0 ? `，休息 ${facts.restDays} 天` : ""}`],
    ["应发", yuanText(dueFen)],
    ...(adjustFen === 0 ? [] : [["以前月份更正", yuanText(adjustFen)] as const]),
    ["实发", yuanText(payFen)],
    ["收款账户", paidOn === null ? "本月没有发放" : `${facts.bankName} ${facts.accountMasked}`],
    ...(paidOn === null ? [] : [["发放日期", paidOn] as const]),
    ["发放单位", `${facts.countyName}人力资源和社会保障局`],
  ];
}

/** What a person is told before he signs for wages; nothing is asked of him, so it is no consent. */
export interface ReceiptNotice {
  readonly id: string;
  readonly purpose: "wageReceipt";
  readonly version: number;
  readonly title: string;
  readonly sections: readonly NoticeSection[];
}

/** A changed text is a new version: the digest kept with each signature is taken of it. */
export const RECEIPT_NOTICE: ReceiptNotice = {
  id: "wage-receipt-1",
  purpose: "wageReceipt",
  version: 1,
  title: "岗位工资签收个人信息告知书",
  sections: sectionsOf([
    "您的公共服务岗位由您所在县（市、区）的人力资源和社会保障局管理，您的个人信息由该局负责。有疑问请到该局或乡镇办公地点当面询问。",
    "用来给您发放岗位工资，证明工资发到了您本人手里，并接受上级和审计部门检查。",
    "姓名、性别、民族、身份证号、联系电话、家庭住址、岗位、出勤天数、工资金额、收款账户，以及您的签字。",
    "县（市、区）和州（市）办理岗位和工资的工作人员、代发工资的银行，以及依法检查的部门。不给其他单位和个人，不公开您的身份证号、电话和账户。",
    "工资表和签收是支出凭证的附件，按会计档案的规定保存 30 年。",
    "您可以查看、复印自己的信息，发现有错可以要求更正。请带身份证到县（市、区）人社局办理。",
    "签收是发放工资按规定必须办的手续。不愿意在屏幕上签的，可以在纸质签收表上签。金额不对的，先不要签，请告诉工作人员。",
  ]),
};
