import { z } from "zod";
import {
  optionalText,
  orNull,
  requiredText,
  wholeNumber,
  writtenDay,
  yuan,
} from "../shared/form-fields";
import { yuanText, type Fen } from "../shared/fen";
import { POST_KIND_LABELS, POST_KINDS, type PostKind } from "./post";

const MOST_POSTS = 10_000;
/** 20,000 yuan a month: beyond it somebody has typed a year's pay, or fen. */
const MOST_RATE_FEN = 2_000_000;

const rate = yuan("月工资标准").refine((amount) => amount > 0 && amount <= MOST_RATE_FEN, {
  error: "月工资标准应大于 0、不超过 20,000 元，请核对单位是不是元",
});

/** What an officer types of a quota. Days are `YYYY-MM-DD`, the rate is fen a month. */
export const quotaForm = z
  .object({
    township: optionalText("乡镇", 30),
    village: optionalText("行政村", 30),
    kind: z.enum(POST_KINDS, "请选择岗位类别"),
    title: requiredText("岗位名称", 30),
    employer: requiredText("用工单位", 60),
    posts: wholeNumber("岗位数", 1, MOST_POSTS),
    monthlyRateFen: rate,
    fundSource: requiredText("资金来源", 60),
    documentNumber: requiredText("文件文号", 60),
    issuer: optionalText("发文单位", 60),
    issuedOn: orNull(writtenDay("发文日期")),
    fromOn: writtenDay("指标起始日"),
    toOn: writtenDay("指标截止日"),
    note: optionalText("备注", 200),
  })
  .refine(({ fromOn, toOn }) => fromOn <= toOn, {
    path: ["toOn"],
    error: "指标截止日不能早于起始日",
  })
  .refine(({ township, village }) => village === "" || township !== "", {
    path: ["township"],
    error: "填了行政村的，请写明是哪个乡镇",
  });

export type QuotaFacts = z.infer<typeof quotaForm>;

/** What may be typed of a quota with people under it. */
export const quotaAdjustment = z.object({
  posts: wholeNumber("岗位数", 1, MOST_POSTS),
  toOn: writtenDay("指标截止日"),
  note: optionalText("备注", 200),
  reason: requiredText("调整原因", 200),
});

export type QuotaAdjustment = z.infer<typeof quotaAdjustment>;

/** How a quota stands on a day: closed before its end, to begin yet, in force, or over. */
export type QuotaStanding = "open" | "later" | "over" | "closed";

export const QUOTA_STANDING_LABELS: Readonly<Record<QuotaStanding, string>> = {
  open: "使用中",
  later: "未开始",
  over: "已到期",
  closed: "已关闭",
};

/** Which holders of a quota are listed: those in the post today, those confirmed, those proposed, all. */
export const HOLDER_GROUPS = {
  all: "全部",
  serving: "在岗",
  confirmed: "已聘用",
  proposed: "拟聘",
};
export type HolderGroup = keyof typeof HOLDER_GROUPS;

/** Text of an address as a group of holders; all where it is none. */
export function toHolderGroup(text: string): HolderGroup {
  const groups = Object.keys(HOLDER_GROUPS) as readonly HolderGroup[];
  return groups.find((one) => one === text) ?? "all";
}

/** 南华县 龙川镇 某村, as far as it is narrowed; 全县 where it is not. */
export function quotaArea({ township, village }: Pick<QuotaFacts, "township" | "village">): string {
  return `${township}${village}` || "全县";
}

const PARTS: readonly (readonly [string, (one: QuotaFacts) => string])[] = [
  ["区域", quotaArea],
  ["类别", ({ kind }) => POST_KIND_LABELS[kind as PostKind]],
  ["岗位", ({ title }) => title],
  ["用工单位", ({ employer }) => employer],
  ["岗位数", ({ posts }) => String(posts)],
  ["月标准", ({ monthlyRateFen }) => yuanText(monthlyRateFen as Fen)],
  ["资金", ({ fundSource }) => fundSource],
  ["文号", ({ documentNumber }) => documentNumber],
  ["起", ({ fromOn }) => fromOn],
  ["止", ({ toOn }) => toOn],
];

/** What differs between two states of a quota, as it was and as it is. */
export function quotaChanges(before: QuotaFacts, after: QuotaFacts) {
  const changed = PARTS.filter(([, read]) => read(before) !== read(after));
  const say = (one: QuotaFacts) =>
    changed.map(([label, read]) => `${label} ${read(one)}`).join("、");
  return { before: say(before), after: say(after) };
}
