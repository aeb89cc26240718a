import type { Actor } from "~/domain/access/actor";
import { exportVerificationList } from "~/usecases/evidence/export-verification-list.server";
import { anActor } from "#test/builders/actor";
import { recordedSupervision } from "#test/builders/supervision";
import { AT, value } from "./two-editions";

/** A supervision record of a class, and a list it was verified with. */
export async function checksOf(officer: Actor, county: string, classId: string) {
  const inspector = anActor("reviewer", county, "审核员");
  const { recordId } = value(await recordedSupervision(inspector, classId, {}, AT));
  const { batchId } = value(
    await exportVerificationList(officer, { classId, event: "opening" }, AT),
  );
  return { supervisionId: recordId, batchId };
}
