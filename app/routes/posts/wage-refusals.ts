import { WAGE_SHEET_STATE_LABELS, type WageSheetState } from "~/domain/posts/wage";
import { correctionProblemText, type CorrectionProblem } from "~/domain/posts/wage-correction";

/** Every refusal of a step of a wage sheet, but those that are answered with a page of their own. */
export type WageRefusal =
  | { readonly kind: "removed" }
  | { readonly kind: "wrongState"; readonly state: WageSheetState }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "lineMissing" }
  | { readonly kind: "empty" }
  | { readonly kind: "stale"; readonly names: readonly string[] }
  | { readonly kind: "blocked"; readonly problems: readonly string[] }
  | { readonly kind: "ownWork" }
  | { readonly kind: "signed" }
  | { readonly kind: "sent" }
  | { readonly kind: "nothingToSend"; readonly kept: readonly string[] }
  | {
      readonly kind: "incomplete";
      readonly unpaid: readonly string[];
      readonly unsigned: readonly string[];
    }
  | { readonly kind: "amount"; readonly problem: CorrectionProblem }
  | { readonly kind: "settled" }
  | { readonly kind: "answered" }
  | { readonly kind: "notRefused" }
  | { readonly kind: "lineStands" };

/** What the officer reads, by the field it belongs to. */
export function wageRefusalErrors(refusal: WageRefusal): Readonly<Record<string, string>> {
  switch (refusal.kind) {
    case "reasonMissing":
      return { reason: "请写明原因" };
    case "amount":
      return { amount: correctionProblemText(refusal.problem) };
    case "blocked":
      return Object.fromEntries(refusal.problems.map((text, at) => [`form${at}`, text]));
    case "nothingToSend":
      return {
        form: "没有可以送银行的人：都已送出或已发放，或有下列问题；也可能刚刚已由别人生成代发文件",
        ...Object.fromEntries(refusal.kept.map((text, at) => [`form${at}`, text])),
      };
    case "incomplete":
      return {
        ...(refusal.unpaid.length > 0 && { unpaid: `还没有发放：${refusal.unpaid.join("、")}` }),
        ...(refusal.unsigned.length > 0 && {
          unsigned: `还没有签收：${refusal.unsigned.join("、")}`,
        }),
      };
    case "removed":
    case "wrongState":
    case "changedByOthers":
    case "lineMissing":
    case "empty":
    case "stale":
    case "ownWork":
    case "signed":
    case "sent":
    case "settled":
    case "answered":
    case "notRefused":
    case "lineStands":
      return { form: messageOf(refusal) };
  }
}

type OfTheWhole = Extract<
  WageRefusal,
  {
    readonly kind:
      | "removed"
      | "wrongState"
      | "changedByOthers"
      | "lineMissing"
      | "empty"
      | "stale"
      | "ownWork"
      | "signed"
      | "sent"
      | "settled"
      | "answered"
      | "notRefused"
      | "lineStands";
  }
>;

function messageOf(refusal: OfTheWhole): string {
  switch (refusal.kind) {
    case "removed":
      return "这张工资表已撤销";
    case "wrongState":
      return `这张工资表${WAGE_SHEET_STATE_LABELS[refusal.state]}，现在不能办理这一步，请重新载入本页`;
    case "changedByOthers":
      return "别人刚刚改过这张工资表，请重新载入本页，核对后再办";
    case "lineMissing":
      return "此人已不在这张工资表上，请重新载入本页";
    case "empty":
      return "工资表上没有人，不能报审";
    case "stale":
      return `考勤、岗位或更正有变化，与工资表不一致：${refusal.names.join("、")}。请经办人重新生成后再报审`;
    case "ownWork":
      return "编制、报审、审核、发放须由不同的人办理，本人经手的不能由本人办理这一步";
    case "signed":
      return "已有人签收，不能退回；确有差错的，本月锁定后在下月更正";
    case "sent":
      return "已送银行代发，不能退回；确有差错的，本月锁定后在下月更正";
    case "settled":
      return "这笔更正已列入工资表或已撤销，请重新载入本页";
    case "answered":
      return "这次代发已登记过回盘或已撤回，请重新载入本页";
    case "notRefused":
      return "银行没有退回过这个账号，或已准许再发，请重新载入本页";
    case "lineStands":
      return "此人的工资已送银行、已发放，或本人已签收，不能移出";
  }
}

/** The fields of these pages; whatever else is wrong is wrong with the whole of it. */
const FIELDS = ["reason", "amount", "way"];

/** For the summary above the page: only what belongs to a field leads there. */
export function summaryOf(errors: Readonly<Record<string, string>> | undefined) {
  return Object.entries(errors ?? {}).map(([field, message]) =>
    FIELDS.includes(field) ? { field, message } : { message },
  );
}
