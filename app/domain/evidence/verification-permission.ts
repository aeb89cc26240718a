import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";

/** Whether the person may open the lists and answers that were kept: they carry numbers in full. */
export function mayOpenVerificationFiles(actor: Actor, countyCode: string, on: string): boolean {
  const isHis =
    may(actor, "proof.read", countyCode, on) || may(actor, "verification.record", countyCode, on);
  return isHis && may(actor, "people.revealNumber", countyCode, on);
}
