import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import type { AccountProblem } from "~/domain/claims/account-sheet";
import { now } from "~/platform/clock.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { recordAccounts } from "~/usecases/claims/record-accounts.server";
import { stepErrors } from "./step-errors.server";

/** As many mistakes as one reads at a time. */
const MOST_SHOWN = 50;

/** Takes the filled-in sheet of accounts; its file is read and not kept. */
export async function answerAccounts(actor: Actor, batchId: string, request: Request) {
  const isUpload = (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
  const upload = isUpload ? await receiveUpload(request, UPLOAD_BYTES.bankResult) : undefined;
  if (upload === null) return refuse({ file: "文件超过 20 MB，请用本页下载的模板填写" });
  const file = upload?.file ?? null;
  if (upload === undefined || file === null) return refuse({ file: "请选择填好的账户表" });
  const outcome = await recordAccounts(actor, batchId, file, now());
  await discardUpload(upload);
  if (outcome.ok) return redirect(`/claims/${batchId}/accounts?done=${outcome.value}`);
  const { refusal } = outcome;
  switch (refusal.kind) {
    case "unreadable":
      return refuse({ file: refusal.message });
    case "tooMany":
      return refuse({ file: `一次最多登记 ${refusal.most} 人，请分几次填写、上传` });
    case "noPeople":
      return refuse({ file: "本批发给单位，不登记个人账户" });
    case "wrongRows":
      return refuse(rowErrors(refusal.problems));
    case "notFound":
    case "forbidden":
    case "removed":
    case "changedByOthers":
    case "wrongState":
      return refuse(stepErrors(refusal));
  }
}

function refuse(errors: Readonly<Record<string, string>>) {
  return data({ errors, values: {} }, { status: 422 });
}

function rowErrors(problems: readonly AccountProblem[]): Record<string, string> {
  const shown = problems
    .slice(0, MOST_SHOWN)
    .map(({ sheetRow, message }) => [`row${sheetRow}`, `第 ${sheetRow} 行：${message}`] as const);
  const more = problems.length - MOST_SHOWN;
  return {
    ...Object.fromEntries(shown),
    ...(more > 0 && { more: `另有 ${more} 行有问题` }),
    none: "一个账户也没有登记；请在表中更正以上各行后重新上传",
  };
}
