import { forbidden, notFound } from "~/platform/http/not-found.server";

interface PotRefusal {
  readonly kind: "notFound" | "forbidden" | "voided" | "closed" | "afterAccounts";
}

/** What a form says when the pot itself stands against it. */
export function explainPot({ kind }: PotRefusal): string {
  switch (kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "voided":
      return "这个资金项目已作废，不能再登记";
    case "closed":
      return "项目已通过验收并收尾，不能再登记";
    case "afterAccounts":
      return "已登记项目决算报告，到账、支出、进度、计划和调整都不再变动；确需更正的，先到“收尾”从最后一步起作废到决算报告，再更正";
  }
}
