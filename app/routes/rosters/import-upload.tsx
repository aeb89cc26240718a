import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { listOpenClasses } from "~/data/training/class-view.server";
import { listOwnImports } from "~/data/rosters/import-list-view.server";
import { ROSTER_STATE_LABELS } from "~/domain/rosters/roster";
import { mayAnywhere } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { uploadRoster, type UploadRefusal } from "~/usecases/rosters/upload-roster.server";
import { ImportSteps } from "./import-steps";
import { OwnImports } from "./own-imports";

export const handle: PageHandle = {
  title: "导入花名册",
  crumb: () => ({ label: "导入花名册" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "roster.import", today)) throw forbidden();
  const classes = await listOpenClasses(actor, today);
  const chosen = new URL(request.url).searchParams.get("class") ?? "";
  return { classes, chosen, imports: await listOwnImports(actor) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  // Before fifty megabytes are taken in from somebody who may not send them.
  if (!mayAnywhere(actor, "roster.import", dayInChina(now()))) throw forbidden();
  const upload = await receiveUpload(request, UPLOAD_BYTES.roster);
  if (upload === null)
    return refuse({ file: "文件超过 50 MB。请删去图片等内容，或按班期拆分后再导入。" });
  const { fields, file } = upload;
  const classId = fields.classId ?? "";
  if (file === null) return refuse({ file: "请选择要导入的文件" }, classId);
  const given = { classId, file, previousImportId: fields.previousImportId ?? null };
  const outcome = classId === "" ? null : await uploadRoster(actor, given, now());
  if (outcome?.ok) return redirect(`/rosters/imports/${outcome.value.importId}`);
  await discardUpload(upload);
  if (outcome === null) return refuse({ classId: "请选择培训班" });
  if (outcome.refusal.kind === "sameFile") {
    return redirect(`/rosters/imports/${outcome.refusal.same.importId}?same=1`);
  }
  return refuse({ classId: messageOf(outcome.refusal) }, classId);
}

function refuse(errors: Record<string, string>, classId = "") {
  return data({ errors, values: { classId } }, { status: 422 });
}

function messageOf(refusal: Exclude<UploadRefusal, { kind: "sameFile" }>): string {
  switch (refusal.kind) {
    case "notFound":
      return "没有找到这个培训班，请重新选择";
    case "forbidden":
      return "您没有为这个县（市、区）导入花名册的权限";
    case "rosterClosed":
      return `这个班的花名册${ROSTER_STATE_LABELS[refusal.state]}，不能再导入；需要修改的，请审核人先退回`;
  }
}

export default function ImportUpload() {
  const { classes, chosen, imports } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const options = classes.map(({ id, label, countyName }) => ({
    value: id,
    label: `${countyName} ${label}`,
  }));
  return (
    <>
      <PageHeader
        title="导入花名册"
        note="上传各县自己的 Excel 花名册，系统自动认表头、逐行查验，确认之后才写入。"
        actions={
          <ButtonLink to="/rosters/template" icon="export" reloadDocument>
            下载模板
          </ButtonLink>
        }
      />
      <ImportSteps current={1} />
      <ErrorSummary errors={answer?.errors} />
      <Card title="选择培训班和文件">
        <Form method="post" encType="multipart/form-data" className="max-w-2xl space-y-4">
          <FormFeedback feedback={answer}>
            <SelectField
              name="classId"
              label="培训班"
              required
              options={options}
              emptyLabel="请选择"
              defaultValue={chosen}
              hint="只列出花名册还未报送的班"
            />
            <FileField
              name="file"
              label="花名册文件"
              required
              accept={[".xlsx", ".xlsm", ".xls", ".csv"]}
              hint="可以是 .xlsx、.xls、.csv；不超过 50 MB、20 万行"
            />
          </FormFeedback>
          <div className="flex items-center gap-4">
            <SubmitButton pendingLabel="正在上传">上传并查验</SubmitButton>
            <Link to="/classes/new" className="text-brand-600 hover:underline">
              没有要找的班？先登记培训班
            </Link>
          </div>
        </Form>
      </Card>
      <OwnImports imports={imports} />
    </>
  );
}
