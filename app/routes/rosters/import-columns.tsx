import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewImport } from "~/data/rosters/import-view.server";
import { IMPORT_LAYOUT_IDS, IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import type { RosterLayout } from "~/domain/rosters/layouts/layout";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { chooseColumns, type ColumnsRefusal } from "~/usecases/rosters/choose-columns.server";
import { previewColumns } from "~/usecases/rosters/preview-columns.server";
import { ColumnTable } from "./column-table";
import { readColumnChoice } from "./column-form";
import { FileTop } from "./file-top";
import { ImportSteps } from "./import-steps";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: "核对表头",
  crumb: () => ({ label: "核对表头" }),
  menuPath: ({ view }) => IMPORT_LAYOUTS[view.layout].uploadPath,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const view = await viewImport(actor, params.importId, dayInChina(now()));
  if (view === null) throw notFound();
  const search = new URL(request.url).searchParams;
  const headerRow = Number(search.get("headerRow")) || null;
  const preview = await previewColumns(actor, view.id, { sheet: search.get("sheet"), headerRow });
  if (preview === null) throw notFound();
  return { view, preview };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await request.formData();
  const choice = readColumnChoice(form, sentLayout(form));
  if ("errors" in choice) return data(choice, { status: 422 });
  const outcome = await chooseColumns(actor, params.importId ?? "", choice, now());
  if (outcome.ok) return redirect(`/rosters/imports/${params.importId}`);
  return data({ errors: { form: messageOf(outcome.refusal) } }, { status: 422 });
}

/** The form says which layout it was filled in for; the use case holds it to the import's own. */
function sentLayout(form: FormData): RosterLayout {
  const id = IMPORT_LAYOUT_IDS.find((one) => one === form.get("layout")) ?? "training";
  return IMPORT_LAYOUTS[id].layout;
}

function messageOf(refusal: ColumnsRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw data(null, { status: 404 });
    case "forbidden":
      throw data(null, { status: 403 });
    case "notOpen":
      return "这次导入已经入册、被新版本替换或已放弃，不能再改表头";
    case "alreadyAsked":
      return "正在处理中，请稍候";
    case "missing":
      return `必须指明这些列：${refusal.headers.join("、")}。文件里没有的，请先在文件里补上再上传`;
  }
}

export default function ImportColumns() {
  const { view, preview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="核对表头"
        note={`${view.label} · ${view.fileName}`}
        actions={<ButtonLink to={`/rosters/imports/${view.id}`}>返回查验结果</ButtonLink>}
      />
      <ImportSteps current={2} />
      <ErrorSummary errors={answer?.errors} />
      <Card title="文件开头（号码已遮盖）">
        <Form method="get" className="mb-3 flex flex-wrap items-end gap-3">
          <SelectField
            name="sheet"
            label="工作表"
            emptyLabel={null}
            defaultValue={preview.sheet}
            options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          />
          <TextField
            name="headerRow"
            label="表头在第几行"
            inputMode="numeric"
            defaultValue={preview.headerRow === 0 ? "" : String(preview.headerRow)}
            controlClassName="w-24"
          />
          <SubmitButton variant="default">换这个表头看看</SubmitButton>
        </Form>
        <FileTop preview={preview} />
      </Card>
      <Card
        title="各列是什么"
        className="mt-4"
        note="认对的不用动；本县下次用同样的表头会自动照此办理"
      >
        <ColumnTable preview={preview} layout={view.layout} />
      </Card>
    </>
  );
}
