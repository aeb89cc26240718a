import { CLOSED_TEXTS } from "~/domain/evidence/signed-roster";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import type { VoidSignatureRefusal } from "~/usecases/evidence/void-signature.server";

/** Why a signature was not voided. */
export function voidMessage(refusal: VoidSignatureRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
      return "花名册已封存，签字手印不能再作废；确有差错的，请办理封存后更正。";
    case "locked":
    case "notApproved":
      return CLOSED_TEXTS[refusal.kind];
    case "reasonMissing":
      return "请写明作废的原因";
    case "paper":
      return "这是纸质名册上的，不在这里作废：请点它旁边的“到扫描页更正”，改判为缺。";
    case "gone":
      return "这一项刚被作废，或已由后一次签字替代，请核对后再办理。";
  }
}
