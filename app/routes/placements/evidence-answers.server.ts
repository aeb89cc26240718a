import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { EVIDENCE_ENDINGS, evidenceForm, MOST_PROVED_AT_ONCE } from "~/domain/placements/evidence";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { addEvidence, type AddEvidenceRefusal } from "~/usecases/placements/add-evidence.server";
import { voidEvidence, type VoidEvidenceRefusal } from "~/usecases/placements/void-evidence.server";
import { byField, typedValues } from "./filing-answers.server";

type Errors = Record<string, string>;

/** Whether the request carries a file: only such a body is read as it flows. */
export function isUpload(request: Request): boolean {
  return (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
}

/** Answers an upload: one file for the lines of the page, or those that the form names. */
export async function answerUpload(
  actor: Actor,
  request: Request,
  target: { readonly placementIds: readonly string[] | null; readonly to: string },
) {
  const upload = await receiveUpload(request, UPLOAD_BYTES.placementEvidence);
  if (upload === null) return refuse({ file: "文件超过 20 MB，请压缩或分成几份上传" });
  const { fields, file } = upload;
  const read = evidenceForm.safeParse(fields);
  const errors = read.success ? {} : byField(read.error.issues);
  if (file === null) errors["file"] = "请选择要上传的文件";
  if (!read.success || file === null) {
    await discardUpload(upload);
    return refuse(errors, fields);
  }
  const placementIds = target.placementIds ?? (fields["placementIds"] ?? "").split(",");
  const outcome = await addEvidence(actor, { placementIds, form: read.data }, file, now());
  if (outcome.ok) return redirect(target.to);
  await discardUpload(upload);
  return refuse(explainUpload(outcome.refusal), fields);
}

/** Answers the form that voids a piece of evidence. */
export async function answerVoid(actor: Actor, placementId: string, form: FormData) {
  const values = typedValues(form);
  const { evidenceId = "", reason = "" } = values;
  const asked = { placementId, evidenceId, reason: reason.slice(0, 200) };
  const outcome = await voidEvidence(actor, asked, now());
  if (outcome.ok) return redirect(`/placements/${placementId}/evidence?done=void`);
  return refuse(explainVoid(outcome.refusal), values);
}

function refuse(errors: Errors, values: Readonly<Record<string, string>> = {}) {
  return data({ errors, values }, { status: 422 });
}

function explainUpload(refusal: AddEvidenceRefusal): Errors {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "tooMany":
      return { form: `一次最多为 ${MOST_PROVED_AT_ONCE} 人上传，请分批选择` };
    case "severalCounties":
      return { form: "一份材料只能用于同一个县的人员，请按县分开上传" };
    case "removed":
      return { form: `已移出台账，不能再上传：${refusal.names.join("、")}` };
    case "outsideJob":
      return { fromMonth: `所填月份不在这些人员的在岗期间：${refusal.names.join("、")}` };
    case "monthNotOver":
      return { toMonth: "截止月份还没有到" };
    case "saidUnsigned":
      return {
        contractConfirmed: `登记的合同类型是“未签”或“灵活就业”：${refusal.names.join("、")}。确已签订的，请勾选确认后再传，并更正登记的合同类型`,
      };
    case "wrongFile":
      return { file: `不收这种文件，请改用 ${EVIDENCE_ENDINGS.join("、")}` };
  }
}

function explainVoid(refusal: VoidEvidenceRefusal): Errors {
  switch (refusal.kind) {
    case "notFound":
      return { form: "没有找到这份材料，请重新载入本页" };
    case "forbidden":
      throw forbidden();
    case "reasonMissing":
      return { reason: "请写明作废的原因" };
    case "voided":
      return { form: "这份材料已作废，请重新载入本页" };
  }
}
