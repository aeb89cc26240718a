import { LOWEST_AGE } from "~/domain/people/working-age";
import type { RewriteRefusal } from "~/usecases/placements/change-placement.server";

/** Why nobody can have begun on the day typed. */
type FirstDayRefusal = Extract<
  RewriteRefusal,
  { readonly kind: "startsLater" | "underAge" | "afterItsEnd" | "afterContact" | "afterEvidence" }
>;

/** What the form says of it. */
export function explainFirstDay(refusal: FirstDayRefusal): string {
  switch (refusal.kind) {
    case "startsLater":
      return "上岗日期还没有到，上岗后再登记";
    case "underAge":
      return `按身份证号，上岗当日${refusal.stated}，须年满 ${LOWEST_AGE} 周岁，请核对身份证号和上岗日期`;
    case "afterItsEnd":
      return `已登记 ${refusal.endedOn} 离岗，上岗日期不能更晚`;
    case "afterContact":
      return `${refusal.contactedOn} 已有回访记录，上岗日期不能更晚；回访记错的，先作废那次回访`;
    case "afterEvidence":
      return `已有 ${refusal.month} 的佐证，上岗不能晚于那个月；传错的，先作废那份佐证`;
  }
}
