import type { LetterDayRefusal } from "~/domain/funds/letter-day";

/** What is wrong with the day of a pot's letter, by field. */
export function explainLetterDay(refusal: LetterDayRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "future":
      return { letterReceivedOn: "接函日期不能晚于今天" };
    case "letterBeforeIssue":
      return {
        letterReceivedOn: `接函日期不能早于下达文件的发文日期 ${refusal.issuedOn}，请核对`,
      };
    case "letterAfterReceipt":
      return {
        letterReceivedOn: `${refusal.receivedOn} 已有到账按这个接函日期计算，接函日期不能晚于到账日期，请核对`,
      };
    case "letterReason":
      return { reason: "接函日期已经登记，是否按期拨付按它计算；更正须写明理由" };
  }
}
