import { forbidden, notFound } from "~/platform/http/not-found.server";

interface PotRefusal {
  readonly kind: "notFound" | "forbidden" | "voided" | "closed";
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
  }
}
