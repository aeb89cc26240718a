import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listClassDocuments } from "~/data/training/class-documents-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import {
  DOCUMENT_ENDINGS,
  DOCUMENT_KIND_LABELS,
  DOCUMENT_KINDS,
  toDocumentKind,
} from "~/domain/training/class-document";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { addDocument } from "~/usecases/training/class-document.server";
import { ClassFrame } from "./class-frame";
import { DocumentTable } from "./document-table";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `${head.label}开班材料`,
  crumb: ({ head }) => ({ label: `${head.label}开班材料` }),
};

const KINDS = DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_KIND_LABELS[value] }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  const isSaved = new URL(request.url).searchParams.has("done");
  return { head, documents: await listClassDocuments(actor, head, today), isSaved };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  if (!mayAnywhere(actor, "class.write", today)) throw forbidden();
  const upload = await receiveUpload(request, UPLOAD_BYTES.classDocument);
  if (upload === null) return refuse({ file: "文件超过 30 MB，请压缩或分成几份上传" });
  const { fields, file } = upload;
  const kind = toDocumentKind(fields.kind ?? "");
  const title = (fields.title ?? "").trim().slice(0, 100);
  const errors: Record<string, string> = {};
  if (kind === null) errors.kind = "请选择材料类别";
  if (file === null) errors.file = "请选择要上传的文件";
  if (kind === null || file === null) {
    await discardUpload(upload);
    return refuse(errors, fields);
  }
  const outcome = await addDocument(actor, { classId: head.id, kind, title }, file, now());
  if (outcome.ok) return redirect(`/classes/${head.id}/documents?done=1`);
  await discardUpload(upload);
  switch (outcome.refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
      return refuse({ form: "本班花名册已封存，不能再上传开班材料" }, fields);
    case "wrongEnding":
      return refuse({ file: `不收这种文件，请改用 ${DOCUMENT_ENDINGS.join("、")}` }, fields);
  }
}

function refuse(errors: Record<string, string>, values: Readonly<Record<string, string>> = {}) {
  return data({ errors, values }, { status: 422 });
}

export default function ClassDocumentsPage() {
  const { head, documents, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ClassFrame
      head={head}
      current="overview"
      actions={<ButtonLink to={`/classes/${head.id}`}>返回概况</ButtonLink>}
    >
      <ErrorSummary errors={answer?.errors} />
      {isSaved && answer === undefined && (
        <Notice kind="success" live>
          已上传。
        </Notice>
      )}
      <Card title="开班材料" flush>
        <DocumentTable classId={head.id} rows={documents.rows} />
      </Card>
      {documents.mayAdd && (
        <Card title="上传" note="上传后不能替换，有更正的另传一份" className="max-w-3xl">
          <Form method="post" encType="multipart/form-data" className="space-y-4">
            <FormFeedback feedback={answer}>
              <SelectField name="kind" label="材料类别" options={KINDS} required />
              <TextField name="title" label="名称" hint="不填用文件名" maxLength={100} />
              <FileField
                name="file"
                label="文件"
                hint="不超过 30 MB"
                required
                accept={DOCUMENT_ENDINGS}
              />
            </FormFeedback>
            <SubmitButton pendingLabel="正在上传…">上传</SubmitButton>
          </Form>
        </Card>
      )}
    </ClassFrame>
  );
}
