import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import {
  enterClaimResult,
  type ClaimResultRefusal,
} from "~/usecases/claims/enter-claim-result.server";
import { sendClaim } from "~/usecases/claims/send-claim.server";
import { withdrawClaimPayment } from "~/usecases/claims/withdraw-claim-file.server";
import { typedValues } from "./form-values";
import { answered } from "./step-errors.server";

/** As many mistakes as one reads at a time. */
const MOST_SHOWN = 30;

/** Answers the forms of the payment's page: the file for the bank, its withdrawal, or the bank's answer. */
export async function answerPayment(actor: Actor, batchId: string, request: Request) {
  const here = `/claims/${batchId}/payments`;
  if ((request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data")) {
    return answerResult(actor, batchId, request);
  }
  const values = typedValues(await request.formData());
  if (values["intent"] === "withdraw") {
    const reason = (values["reason"] ?? "").slice(0, 200);
    const asked = { batchId, paymentId: values["paymentId"] ?? "", reason };
    const outcome = await withdrawClaimPayment(actor, asked, now());
    return answered(outcome, values, `${here}?done=withdraw`);
  }
  if (values["intent"] !== "send") throw notFound();
  return answered(await sendClaim(actor, { batchId }, now()), values, `${here}?done=send`);
}

async function answerResult(actor: Actor, batchId: string, request: Request) {
  const upload = await receiveUpload(request, UPLOAD_BYTES.bankResult);
  if (upload === null) return refuse({ file: "文件超过 20 MB，请核对是不是银行回盘" }, "");
  const { fields, file } = upload;
  const voucherNo = (fields["voucherNo"] ?? "").slice(0, 60);
  if (file === null) return refuse({ file: "请选择银行回盘文件" }, voucherNo);
  const asked = { batchId, paymentId: fields["paymentId"] ?? "", voucherNo };
  const outcome = await enterClaimResult(actor, asked, file, now());
  if (outcome.ok) return redirect(`/claims/${batchId}/payments?done=result`);
  await discardUpload(upload);
  const { refusal } = outcome;
  switch (refusal.kind) {
    case "unreadable":
      return refuse({ file: refusal.message }, voucherNo);
    case "voucherMissing":
      return refuse({ voucherNo: "请填写支付凭证号" }, voucherNo);
    case "answered":
      return refuse({ file: "这次代发的回盘已经登记过，请重新载入本页" }, voucherNo);
    case "withdrawn":
      return refuse({ file: "这次代发已整批撤回，不再登记回盘；请重新载入本页" }, voucherNo);
    case "wrongRows":
    case "mismatch":
      return refuse(rowErrors(refusal), voucherNo);
    case "notFound":
    case "forbidden":
    case "removed":
    case "wrongState":
    case "changedByOthers":
      return answered({ ok: false, refusal }, {}, "");
  }
}

function refuse(errors: Readonly<Record<string, string>>, voucherNo: string) {
  const values: Record<string, string> = { voucherNo };
  return data({ errors, values, intent: "result" }, { status: 422 });
}

type OfRows = Extract<ClaimResultRefusal, { readonly kind: "wrongRows" | "mismatch" }>;

/** Each row with its number in the file; nothing of it was taken. */
function rowErrors(refusal: OfRows): Record<string, string> {
  const { problems } = refusal;
  const missing = refusal.kind === "mismatch" ? refusal.missing : [];
  const rows = problems
    .slice(0, MOST_SHOWN)
    .map(({ sheetRow, message }) => [`row${sheetRow}`, `第 ${sheetRow} 行：${message}`] as const);
  const more = problems.length - MOST_SHOWN;
  return {
    ...Object.fromEntries(rows),
    ...(more > 0 && { more: `另有 ${more} 行有问题` }),
    ...(missing.length > 0 && {
      missing: `回盘里没有：${missing.join("、")}。请向银行要齐后再登记`,
    }),
    none: "回盘一行也没有登记；请银行更正后重新提供，不要自行修改",
  };
}
