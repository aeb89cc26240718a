import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { now } from "~/platform/clock.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { addNoticeProof } from "~/usecases/posts/notice-proof.server";
import { typedValues } from "./form-values";
import { explainNotice } from "./notice-refusals";

type Texts = Readonly<Record<string, string>>;

/** Answers the form that brings the picture of a notice; without a file it is a plain form. */
export async function answerNoticeProof(actor: Actor, noticeId: string, request: Request) {
  if (!(request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data")) {
    return refuse(typedValues(await request.formData()), { file: "请选择要上传的文件" });
  }
  const upload = await receiveUpload(request, UPLOAD_BYTES.noticeProof);
  if (upload === null) return refuse({}, { file: "文件超过 20 MB，请压缩后上传" });
  const { fields, file } = upload;
  if (file === null) return refuse(fields, { file: "请选择要上传的文件" });
  const asked = { noticeId, version: Number(fields["version"]) };
  const outcome = await addNoticeProof(actor, asked, file, now());
  if (outcome.ok) return redirect(`/posts/notices/${noticeId}?done=proof`);
  await discardUpload(upload);
  return refuse(fields, ...explainNotice(outcome.refusal));
}

function refuse(values: Texts, errors: Texts, status = 422) {
  return data({ values, errors }, { status });
}
