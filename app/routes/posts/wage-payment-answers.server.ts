import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { enterBankResult, type BankResultRefusal } from "~/usecases/posts/enter-bank-result.server";
import { sendWages } from "~/usecases/posts/send-wages.server";
import { withdrawWagePayment } from "~/usecases/posts/withdraw-payment.server";
import { typedValues } from "./form-values";
import { answered } from "./wage-sheet-answers.server";

/** As many mistakes as one reads at a time. */
const MOST_SHOWN = 30;

/** Answers the forms of the payment's page: the file for the bank, or the bank's answer to one. */
export async function answerPaymentForm(actor: Actor, sheetId: string, request: Request) {
  const here = `/wage-sheets/${sheetId}/payment`;
  if ((request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data")) {
    return answerResult(actor, sheetId, request);
  }
  const values = typedValues(await request.formData());
  if (values["intent"] === "withdraw") {
    const reason = (values["reason"] ?? "").slice(0, 200);
    const asked = { sheetId, paymentId: values["paymentId"] ?? "", reason };
    const outcome = await withdrawWagePayment(actor, asked, now());
    return answered(outcome, values, `${here}?done=withdraw`);
  }
  if (values["intent"] !== "send") throw notFound();
  return answered(await sendWages(actor, { sheetId }, now()), values, `${here}?done=send`);
}

async function answerResult(actor: Actor, sheetId: string, request: Request) {
  const refuse = (errors: Readonly<Record<string, string>>) =>
    data({ errors, values: {}, intent: "result" }, { status: 422 });
  const upload = await receiveUpload(request, UPLOAD_BYTES.bankResult);
  if (upload === null) return refuse({ file: "文件超过 20 MB，请核对是不是银行回盘" });
  const { fields, file } = upload;
  if (file === null) return refuse({ file: "请选择银行回盘文件" });
  const asked = { sheetId, paymentId: fields["paymentId"] ?? "" };
  const outcome = await enterBankResult(actor, asked, file, now());
  if (outcome.ok) return redirect(`/wage-sheets/${sheetId}/payment?done=result`);
  await discardUpload(upload);
  const { refusal } = outcome;
  switch (refusal.kind) {
    case "unreadable":
      return refuse({ file: refusal.message });
    case "answered":
      return refuse({ file: "这次代发的回盘已经登记过，请重新载入本页" });
    case "withdrawn":
      return refuse({ file: "这次代发已整批撤回，不再登记回盘；请重新载入本页" });
    case "wrongRows":
    case "mismatch":
      return refuse(rowErrors(refusal));
    case "notFound":
    case "forbidden":
    case "removed":
    case "wrongState":
    case "changedByOthers":
      return answered({ ok: false, refusal }, {}, "");
  }
}

type OfRows = Extract<BankResultRefusal, { readonly kind: "wrongRows" | "mismatch" }>;

/** Each row with its number in the file; nothing of it was taken. */
function rowErrors(refusal: OfRows): Record<string, string> {
  const { problems } = refusal;
  const missing = refusal.kind === "mismatch" ? refusal.missing : [];
  return Object.fromEntries([
    ...problems
      .slice(0, MOST_SHOWN)
      .map(({ sheetRow, message }) => [`row${sheetRow}`, `第 ${sheetRow} 行：${message}`]),
    ...(problems.length > MOST_SHOWN
      ? [["more", `另有 ${problems.length - MOST_SHOWN} 行有问题`]]
      : []),
    ...(missing.length > 0
      ? [["missing", `回盘里没有：${missing.join("、")}。请向银行要齐后再登记`]]
      : []),
    ["none", "回盘一行也没有登记；请银行更正后重新提供，不要自行修改"],
  ]) as Record<string, string>;
}
