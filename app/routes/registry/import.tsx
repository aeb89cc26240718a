import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { regionChoices } from "~/data/regions/region-name-view.server";
import { may, mayAnywhere } from "~/domain/access/policy";
import { parseWrittenDate } from "~/domain/shared/written-date";
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
import { DateField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { uploadRegistry } from "~/usecases/registry/upload-registry.server";
import { errorsOf } from "./upload-errors";

export const handle: PageHandle = {
  title: "导入建档立卡数据",
  crumb: () => ({ label: "导入建档立卡数据" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const allowed = actor.counties.filter((code) => may(actor, "registry.import", code, today));
  if (allowed.length === 0) throw forbidden();
  return { regions: regionChoices(allowed) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "registry.import", dayInChina(now()))) throw forbidden();
  const upload = await receiveUpload(request, UPLOAD_BYTES.registry);
  if (upload === null) return data({ errors: { file: TOO_LARGE } }, { status: 413 });
  const { fields, file } = upload;
  const { regionCode = "", exportedOn = "" } = fields;
  const day = parseWrittenDate(exportedOn);
  const errors: Record<string, string> = {};
  if (regionCode === "") errors["regionCode"] = "请选择这份数据覆盖的地区";
  if (exportedOn.trim() !== "" && day === null) {
    errors["exportedOn"] = "认不出这个日期，请写成 2020-06-20 的样子，或留空";
  }
  if (file === null) errors["file"] = "请选择从大数据平台导出的文件";
  if (file !== null && Object.keys(errors).length === 0) {
    const outcome = await uploadRegistry(actor, { regionCode, exportedOn: day, file }, now());
    if (outcome.ok) return redirect(`/registry/${outcome.value}`);
    Object.assign(errors, errorsOf(outcome.refusal));
  }
  await discardUpload(upload);
  return data({ values: { regionCode, exportedOn }, errors }, { status: 422 });
}

const TOO_LARGE = "文件超过 200 MB 的上限。请在平台上分县导出后再上传";

export default function ImportRegistry() {
  const { regions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="导入建档立卡数据"
        note="上传从大数据平台导出的人员清单，系统逐行查验后存为一份带日期的数据；有误的行列出原因，其余照常导入。"
      />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-3xl">
        <Form method="post" encType="multipart/form-data">
          <FormFeedback feedback={answer}>
            <div className="space-y-4">
              <RegionPicker
                name="regionCode"
                label="覆盖地区"
                hint="导出时选定的地区。州市整体导出的，选州市；文件里超出该地区的人不会收入。"
                regions={regions}
                defaultValue={regions.length === 1 ? regions[0]?.code : undefined}
                required
              />
              <DateField
                name="exportedOn"
                label="导出日期"
                hint="文件里有“导出时间”一栏的留空即可，以文件为准；没有的须填写"
              />
              <FileField
                name="file"
                label="导出文件"
                hint="支持 .xlsx、.xls、.csv（UTF-8 或 GB18030），不超过 200 MB、150 万行"
                accept={[".xlsx", ".xls", ".csv"]}
                required
              />
            </div>
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton icon="import" pendingLabel="正在上传…">
                上传并导入
              </SubmitButton>
              <ButtonLink to="/registry">返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
