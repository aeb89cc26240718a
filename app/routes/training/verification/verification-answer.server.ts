import type { Actor } from "~/domain/access/actor";
import type { VerificationEvent } from "~/domain/evidence/verification-event";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  exportVerificationList,
  type ExportVerificationRefusal,
} from "~/usecases/evidence/export-verification-list.server";
import {
  verifyBySnapshot,
  type VerifyBySnapshotRefusal,
} from "~/usecases/evidence/verify-by-snapshot.server";

/** Where to go on from the class's verification page, or what the page has to say. */
export type VerificationAnswer =
  { readonly to: string } | { readonly errors: Readonly<Record<string, string>> };

/** Takes the two forms of the page: ask the registry on file, or make a list for the platform. */
export async function answerVerificationForm(
  actor: Actor,
  classId: string,
  form: FormData,
  at: Date,
): Promise<VerificationAnswer> {
  const event: VerificationEvent = form.get("event") === "completion" ? "completion" : "opening";
  if (form.get("intent") === "snapshot") {
    const outcome = await verifyBySnapshot(actor, { classId, event }, at);
    if (!outcome.ok) return { errors: { [event]: messageOf(outcome.refusal) } };
    const { found, notFound: none, otherName } = outcome.value;
    return { to: `?said=${found}-${none}-${otherName}` };
  }
  const outcome = await exportVerificationList(actor, { classId, event }, at);
  if (outcome.ok) return { to: `/${outcome.value.batchId}` };
  return { errors: { [event]: messageOf(outcome.refusal) } };
}

function messageOf(refusal: ExportVerificationRefusal | VerifyBySnapshotRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
      return "花名册已封存，不能再查验";
    case "noLines":
      return "花名册上没有学员，无人可查";
    case "noSnapshot":
      return "没有覆盖本县的建档立卡数据。请先导入，或导出名单到平台查验";
  }
}
