import { z } from "zod";
import { toBankAccount } from "../people/bank-account";
import { optionalText, orNull, requiredText, writtenDay } from "../shared/form-fields";
import { LEAVE_REASONS } from "./post";

/** A reason that says something has more characters than 无 or 没有. */
const LEAST_REASON = 4;
const isNothingOrSaid = (text: string) => text === "" || [...text].length >= LEAST_REASON;

/** What an officer types of an appointment; the person is chosen apart, rate and title are the quota's. */
export const appointmentForm = z.object({
  quotaId: z.uuid("请选择岗位指标"),
  /** Where the quota is for a whole county or township: where the post stands. */
  township: optionalText("乡镇", 30),
  village: optionalText("行政村", 30),
  startsOn: writtenDay("上岗日期"),
  endsOn: writtenDay("任期截止日"),
  shortReason: optionalText("任期说明", 100).refine(isNothingOrSaid, {
    error: `任期说明请写明具体原因，不少于 ${LEAST_REASON} 个字；没有要说明的不填`,
  }),
  /** Whose post is taken over. */
  replacesId: orNull(z.uuid("请从退岗人员的页面登记替补")),
  note: optionalText("备注", 200),
});

export type AppointmentForm = z.infer<typeof appointmentForm>;

/** The last day in the post, and why somebody leaves before its end. */
export const leavingForm = z.object({
  leftOn: writtenDay("最后在岗日"),
  reason: z.enum(LEAVE_REASONS, "请选择退岗原因"),
  note: optionalText("说明", 200),
});

export type LeavingForm = z.infer<typeof leavingForm>;

/** A reason typed for taking something back, closing or withdrawing it. */
export const reasonForm = z.object({ reason: requiredText("原因", 200) });

const accountNumber = z.string().transform((typed, context) => {
  const account = toBankAccount(typed);
  if (account !== null) return account;
  context.addIssue({ code: "custom", message: "账号应为 10 至 30 位数字，请对照卡或存折核对" });
  return z.NEVER;
});

/** The account a person's pay goes to, its number typed twice. */
export const accountForm = z
  .object({
    holderName: requiredText("户名", 30),
    bankName: requiredText("开户银行", 40),
    account: accountNumber,
    again: accountNumber,
  })
  .refine(({ account, again }) => account === again, {
    path: ["again"],
    error: "两次填写的账号不一致，请对照卡或存折重新填写",
  });

export type AccountForm = z.infer<typeof accountForm>;

interface Compared {
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly village: string;
  readonly shortReason: string;
}

const PARTS: readonly (readonly [string, (one: Compared) => string])[] = [
  ["岗位", ({ title }) => title],
  ["上岗", ({ startsOn }) => startsOn],
  ["截止", ({ endsOn }) => endsOn],
  ["行政村", ({ village }) => village || "未填"],
  ["任期说明", ({ shortReason }) => shortReason || "无"],
];

/** What differs between two states of an appointment, as it was and as it is. */
export function appointmentChanges(before: Compared, after: Compared) {
  const changed = PARTS.filter(([, read]) => read(before) !== read(after));
  const say = (one: Compared) => changed.map(([label, read]) => `${label} ${read(one)}`).join("、");
  return { before: say(before), after: say(after) };
}
