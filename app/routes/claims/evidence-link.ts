import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import type { ClaimLinePage } from "~/data/claims/claim-line-view.server";

interface Linked {
  readonly label: string;
  readonly to: string;
}

/** Where what a chapter of the rule book reads is recorded. */
export function evidenceLink(
  chapter: string,
  head: Pick<ClaimHead, "potId">,
  { source, personId }: Pick<ClaimLinePage, "source" | "personId">,
): Linked {
  const own = { label: source.label, to: source.to };
  switch (chapter) {
    case "overlap":
      return { label: "此人的补贴", to: `/people/${personId}#claims` };
    case "eligibility":
    case "engagement":
    case "payee":
      return { label: "人员记录", to: `/people/${personId}` };
    case "training":
      return source.whole ?? own;
    case "money":
      return { label: "标准参数", to: "/parameters" };
    case "pot":
      return { label: "资金项目", to: `/funds/${head.potId}` };
    default:
      return own;
  }
}
