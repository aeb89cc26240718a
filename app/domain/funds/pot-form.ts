import { z } from "zod";
import {
  optionalText,
  orNull,
  requiredText,
  wholeNumber,
  writtenDay,
  yuan,
} from "../shared/form-fields";
import { fen } from "../shared/fen";
import { EXPENDITURE_CATEGORY_LABELS, POT_PURPOSE_LABELS } from "./pot";
import type { ExpenditureCategory, PotPurpose } from "./pot";

// What an officer types of a pot and of what moves in it.

const POT_PURPOSES = Object.keys(POT_PURPOSE_LABELS) as [PotPurpose, ...PotPurpose[]];
const CATEGORIES = Object.keys(EXPENDITURE_CATEGORY_LABELS) as [
  ExpenditureCategory,
  ...ExpenditureCategory[],
];

/** Yuan of at least one fen. */
const someYuan = (label: string) => yuan(label).refine((amount) => amount > 0, `${label}应大于零`);

const plannedYuan = orNull(yuan("计划投资")).transform((amount) => amount ?? fen(0));

/** What of a pot is corrected later. */
export const potPlanForm = z.object({
  plannedFen: plannedYuan,
  letterReceivedOn: orNull(writtenDay("接函日期")),
  reason: optionalText("更正理由", 200),
});

export const potForm = z.object({
  cellId: z.uuid("请先选择下达的资金"),
  name: requiredText("项目名称", 80),
  unitName: requiredText("责任单位", 80),
  purpose: z.enum(POT_PURPOSES, "请选择资金用途"),
  isLabour: z.enum(["yes", "no"]).default("no"),
  amountFen: someYuan("金额"),
  plannedFen: plannedYuan,
  letterReceivedOn: orNull(writtenDay("接函日期")),
  implementer: optionalText("实施单位", 80),
  implementerRegion: z
    .string()
    .default("")
    .transform((text) => text.normalize("NFKC").trim())
    .pipe(z.string().regex(/^(\d{6})?$/, "实施单位所在地请写六位区划代码，如 530381")),
  implementerReason: optionalText("由上海实施的理由", 200),
});

export const receiptForm = z.object({
  fromUnit: requiredText("拨款单位", 80),
  letterReceivedOn: orNull(writtenDay("接函日期")),
  receivedOn: writtenDay("到账日期"),
  amountFen: someYuan("到账金额"),
  voucherNo: requiredText("凭证号", 40),
  note: optionalText("说明", 300),
});

export const spendingForm = z.object({
  category: z.enum(CATEGORIES, "请选择支出用途"),
  purpose: requiredText("支出事由", 200),
  payee: requiredText("收款单位", 80),
  reason: optionalText("直接支出理由", 200),
  spentOn: writtenDay("支出日期"),
  amountFen: someYuan("支出金额"),
  voucherNo: requiredText("凭证号", 40),
});

export const progressForm = z.object({
  asOf: writtenDay("截止日期"),
  completedFen: yuan("累计完成投资"),
  basis: requiredText("依据", 200),
});

/** What an earlier year left, taken into a later one. */
export const carryOverForm = z.object({
  year: wholeNumber("转入年度", 2000, 2100),
  name: requiredText("结转后的项目名称", 80),
  amountFen: someYuan("结转金额"),
});

export const releaseForm = z.object({
  documentId: z.uuid("请选择决定文件"),
  clause: optionalText("条款", 30),
  use: requiredText("安排用途", 300),
  reportedOn: writtenDay("报备上海日期"),
  releasedOn: writtenDay("解锁日期"),
});
