import { CLOSED_TEXTS, type ClosedRoster } from "./signed-roster";
import { STANDING_LABELS, type StandingKind } from "./page-standing";

/** Why something was not done to a page; `notFound` and `forbidden` are pages of their own. */
export type ScanRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: ClosedRoster }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "notUsable"; readonly standing: StandingKind }
  | { readonly kind: "lineChanged"; readonly names: readonly string[] }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "nothingChosen" }
  | { readonly kind: "proxyWithoutSignature" }
  | { readonly kind: "brokenCode" }
  | { readonly kind: "foreignCode" }
  | { readonly kind: "noPicture" }
  | { readonly kind: "placeTaken" };

/** What the officer reads. */
export function scanRefusalText(
  refusal: Exclude<ScanRefusal, { readonly kind: "notFound" | "forbidden" }>,
): string {
  switch (refusal.kind) {
    case "sealed":
      return "花名册已经封存，签字手印不能再改；确有差错的，请办理封存后更正。";
    case "locked":
    case "notApproved":
      return CLOSED_TEXTS[refusal.kind];
    case "changedByOthers":
      return "这一页刚被他人更新，已显示最新内容，请核对后再办理一次。";
    case "notUsable":
      return `这一页现为“${STANDING_LABELS[refusal.standing]}”，不能据以确认签字手印。`;
    case "lineChanged":
      return `打印之后，${refusal.names.join("、")} 的内容有变动或已移除，这一页上的签字不能再用，须重新打印、重新签字。`;
    case "reasonMissing":
      return "改变已经作出的确认，请写明理由。";
    case "nothingChosen":
      return "没有选定任何一项。请逐行选“有”或“缺”后再保存。";
    case "proxyWithoutSignature":
      return "登记代签须把签字一栏选为“有”。";
    case "brokenCode":
      return "页码不对：请照纸上二维码旁的一行字逐字录入，末位是校验码。";
    case "foreignCode":
      return "这个页码不是本册打印的。请核对，或到该页所属的班去上传。";
    case "noPicture":
      return "这一页的图像打不开，不能人工对应。请重新扫描后上传。";
    case "placeTaken":
      return "这一页已经有另一份扫描件。要用这一份，请先把那一份设为不采用。";
  }
}
