import { CLAIM_STATE_LABELS, type ClaimState } from "~/domain/claims/claim";
import { forbidden, notFound } from "~/platform/http/not-found.server";

/** Refusals of what is done to a claim while it is drawn up, those that have a page of their own included. */
export type WritingRefusal =
  | { readonly kind: "removed" | "changedByOthers" | "reasonMissing" | "titleMissing" }
  | { readonly kind: "potNotFound" | "lineMissing" | "claimedElsewhere" }
  | { readonly kind: "sourceNotFound" | "notSealed" }
  | { readonly kind: "nobody"; readonly claimed: number }
  | { readonly kind: "otherCount"; readonly lines: number }
  | { readonly kind: "wrongState"; readonly state: ClaimState }
  | { readonly kind: "notFound" | "forbidden" };

/** What the officer reads, by the field it belongs to; what has a page of its own is thrown. */
export function writingErrors(refusal: WritingRefusal): Readonly<Record<string, string>> {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "reasonMissing":
      return { reason: "请写明原因" };
    case "titleMissing":
      return { title: "请写名称" };
    case "potNotFound":
      return { potId: "请选择本县没有收尾、没有作废、没有锁定的资金项目" };
    case "removed":
      return { form: "这批申领已撤销" };
    case "changedByOthers":
      return { form: "别人刚刚改过这批申领，请重新载入本页，核对后再办" };
    case "lineMissing":
      return { form: "这条明细已不在本批，请重新载入本页" };
    case "claimedElsewhere":
      return { form: "这条明细已列入另一批申领，不能放回" };
    case "sourceNotFound":
      return { form: "没有找到取数的来源：可能已经撤销，也可能不在本县" };
    case "notSealed":
      return { form: "花名册还没有封存，不能申领：先在培训班里完成五项证明并封存" };
    case "nobody":
      return {
        form:
          refusal.claimed > 0
            ? `没有可以申领的人：${refusal.claimed} 人已列入其他申领`
            : "没有可以申领的人：没有核实完成的记录",
      };
    case "otherCount":
      return {
        form: `刚刚重新核查：不能报送的有 ${refusal.lines} 条，与本页所见不同，没有移出。请回到明细看清后再办`,
      };
    case "wrongState":
      return {
        form: `这批申领${CLAIM_STATE_LABELS[refusal.state]}，不能再改动，请重新载入本页`,
      };
  }
}
