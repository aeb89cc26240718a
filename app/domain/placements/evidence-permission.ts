import type { Actor } from "../access/actor";
import { may } from "../access/policy";

/** Whether the actor may void a piece of evidence: he uploaded it and still writes the ledger, or he checks what the county has uploaded. */
export function mayVoidEvidence(
  actor: Actor,
  one: { readonly countyCode: string; readonly uploadedBy: string },
  on: string,
): boolean {
  const isUploader =
    one.uploadedBy === actor.userId && may(actor, "placement.write", one.countyCode, on);
  return isUploader || may(actor, "placement.voidEvidence", one.countyCode, on);
}
