import type { Actor } from "~/domain/access/actor";
import { parseYuan } from "~/domain/shared/fen";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { decideClawback } from "~/usecases/claims/decide-clawback.server";
import { repayClawback } from "~/usecases/claims/repay-clawback.server";
import { answeredClawback, refuseClawback } from "./clawback-errors.server";
import { typedValues } from "./form-values";

/** Answers the forms of a claw-back's page: the decision, or that the money has come back. */
export async function answerClawback(actor: Actor, clawbackId: string, request: Request) {
  if ((request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data")) {
    return answerRepayment(actor, clawbackId, request);
  }
  const values = typedValues(await request.formData());
  const { intent } = values;
  if (intent !== "confirm" && intent !== "drop") throw notFound();
  const decision = (values["reason"] ?? "").slice(0, 300);
  const asked = { clawbackId, version: Number(values["version"]), decision };
  const confirms = intent === "confirm";
  const written = confirms ? (values["amount"] ?? "") : "";
  const amountFen = written === "" ? undefined : parseYuan(written);
  if (amountFen === null) return refuseClawback({ amount: "金额看不懂，如 800 或 800.50" }, values);
  const sum = amountFen === undefined ? {} : { amountFen };
  const outcome = await decideClawback(actor, { ...asked, ...sum, confirms }, now());
  return answeredClawback(outcome, values, `/clawbacks/${clawbackId}?done=decide`);
}

async function answerRepayment(actor: Actor, clawbackId: string, request: Request) {
  const upload = await receiveUpload(request, UPLOAD_BYTES.fundVoucher);
  if (upload === null) return refuseClawback({ file: "凭证文件超过 20 MB" }, {});
  const { fields, file } = upload;
  const voucherNo = (fields["voucherNo"] ?? "").slice(0, 60);
  const values = { intent: "repay", voucherNo, repaidOn: fields["repaidOn"] ?? "" };
  const repaidOn = parseWrittenDate(values.repaidOn);
  if (repaidOn === null) {
    await discardUpload(upload);
    return refuseClawback({ repaidOn: "请填写收款日期" }, values);
  }
  const asked = { clawbackId, version: Number(fields["version"]), repaidOn, voucherNo, file };
  const outcome = await repayClawback(actor, asked, now());
  if (!outcome.ok) await discardUpload(upload);
  return answeredClawback(outcome, values, `/clawbacks/${clawbackId}?done=repay`);
}
