import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  toWorkFileKind,
  WORK_FILE_ACTIONS,
  type WorkSubjectKind,
} from "~/domain/employers/work-file";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { addWorkFile, type AddWorkFileRefusal } from "~/usecases/employers/add-work-file.server";
import {
  setWorkFileAside,
  type VoidWorkFileRefusal,
} from "~/usecases/employers/void-work-file.server";
import { typedValues } from "../form-values";

interface Subject {
  readonly kind: WorkSubjectKind;
  readonly id: string;
  readonly countyCode: string;
}

type Errors = Record<string, string>;
type Values = Readonly<Record<string, string>>;

/** Answers the page of proofs: a file comes as multipart, setting one aside as a plain form. */
export async function answerWorkFiles(
  actor: Actor,
  subject: Subject,
  request: Request,
  here: string,
) {
  const action = WORK_FILE_ACTIONS[subject.kind];
  if (!may(actor, action, subject.countyCode, dayInChina(now()))) throw forbidden();
  const isUpload = request.headers.get("Content-Type")?.startsWith("multipart/form-data") === true;
  return isUpload ? upload(actor, subject, request, here) : setAside(actor, subject, request, here);
}

async function upload(actor: Actor, subject: Subject, request: Request, here: string) {
  const received = await receiveUpload(request, UPLOAD_BYTES.classDocument);
  if (received === null) return refuse("add", { file: "文件超过 30 MB，请压缩后上传" });
  const { fields, file } = received;
  const kind = toWorkFileKind(subject.kind, fields["kind"] ?? "");
  const errors: Errors = {};
  if (kind === null) errors["kind"] = "请选择材料类别";
  if (file === null) errors["file"] = "请选择要上传的文件";
  if (kind === null || file === null) {
    await discardUpload(received);
    return refuse("add", errors, fields);
  }
  const outcome = await addWorkFile(actor, { subject, kind }, file, now());
  if (outcome.ok) return redirect(`${here}?done=add`);
  await discardUpload(received);
  return refuse("add", explain(outcome.refusal), fields);
}

async function setAside(actor: Actor, subject: Subject, request: Request, here: string) {
  const values = typedValues(await request.formData());
  const { workFileId = "", reason = "" } = values;
  const outcome = await setWorkFileAside(actor, { subject, workFileId, reason }, now());
  if (outcome.ok) return redirect(`${here}?done=void`);
  return refuse("void", explain(outcome.refusal), values);
}

function refuse(intent: string, errors: Errors, values: Values = {}) {
  return data({ intent, errors, values }, { status: 422 });
}

function explain(refusal: AddWorkFileRefusal | VoidWorkFileRefusal): Errors {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "closed":
      return { form: "已撤销的登记不再收材料，也不能改动材料" };
    case "wrongKind":
      return { file: "只收 PDF、JPG、PNG 文件；其他格式请先另存为 PDF 或拍照" };
    case "reasonMissing":
      return { reason: "请写明作废的原因" };
    case "alreadyVoid":
      return { form: "这份材料已经作废" };
  }
}
