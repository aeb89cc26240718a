import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { regionChoices } from "~/data/regions/region-name-view.server";
import { listOwnImports } from "~/data/rosters/import-list-view.server";
import type { Actor } from "~/domain/access/actor";
import { may, mayAnywhere } from "~/domain/access/policy";
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
import { RegionPicker } from "~/ui/forms/region-picker";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { uploadPosts } from "~/usecases/rosters/upload-posts.server";
import { ImportSteps } from "./import-steps";
import { OwnImports } from "./own-imports";

export const handle: PageHandle = {
  title: "导入公共服务岗位名册",
  crumb: () => ({ label: "导入公共服务岗位名册" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const allowed = importCounties(actor);
  if (allowed.length === 0) throw forbidden();
  return { regions: regionChoices(allowed), imports: await listOwnImports(actor) };
}

/** A roster of posts is a county's. */
function importCounties(actor: Actor): string[] {
  const today = dayInChina(now());
  const here = (code: string) => may(actor, "post.import", code, today);
  return actor.counties.filter((code) => !code.endsWith("00") && here(code));
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  // Before fifty megabytes are taken in from somebody who may not send them.
  if (!mayAnywhere(actor, "post.import", dayInChina(now()))) throw forbidden();
  const upload = await receiveUpload(request, UPLOAD_BYTES.roster);
  if (upload === null)
    return refuse({ file: "文件超过 50 MB。请删去图片等内容，或分县拆分后再导入。" });
  const { fields, file } = upload;
  const regionCode = fields.regionCode ?? "";
  if (file === null) return refuse({ file: "请选择要导入的文件" }, regionCode);
  const previousImportId = fields.previousImportId ?? null;
  const given = { countyCode: regionCode, file, previousImportId };
  const outcome = regionCode === "" ? null : await uploadPosts(actor, given, now());
  if (outcome?.ok) return redirect(`/rosters/imports/${outcome.value.importId}`);
  await discardUpload(upload);
  if (outcome === null) return refuse({ regionCode: "请选择名册所属的县（市、区）" });
  switch (outcome.refusal.kind) {
    case "sameFile":
      return redirect(`/rosters/imports/${outcome.refusal.same.importId}?same=1`);
    case "forbidden":
      return refuse({ regionCode: "您没有为这个县（市、区）导入名册的权限" }, regionCode);
  }
}

function refuse(errors: Record<string, string>, regionCode = "") {
  return data({ errors, values: { regionCode } }, { status: 422 });
}

export default function ImportPosts() {
  const { regions, imports } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="导入公共服务岗位名册"
        note="上传已经上岗人员的 Excel 名册，系统自动认表头、逐行查验任期和签收，确认之后才写入；已在名册的行不会重复。"
        actions={
          <ButtonLink to="/posts/template" icon="export" reloadDocument>
            下载模板
          </ButtonLink>
        }
      />
      <ImportSteps current={1} />
      <ErrorSummary errors={answer?.errors} />
      <Card title="选择县（市、区）和文件">
        <Form method="post" encType="multipart/form-data" className="max-w-2xl space-y-4">
          <FormFeedback feedback={answer}>
            <RegionPicker
              name="regionCode"
              label="名册所属县（市、区）"
              hint="只收本县（市、区）的岗位；拟聘人员请在系统里登记、公示、确认，不走导入"
              regions={regions}
              defaultValue={regions.length === 1 ? regions[0]?.code : undefined}
              required
            />
            <FileField
              name="file"
              label="名册文件"
              required
              accept={[".xlsx", ".xlsm", ".xls", ".csv"]}
              hint="可以是 .xlsx、.xls、.csv；不超过 50 MB、20 万行"
            />
          </FormFeedback>
          <SubmitButton pendingLabel="正在上传">上传并查验</SubmitButton>
        </Form>
      </Card>
      <OwnImports imports={imports} />
    </>
  );
}
