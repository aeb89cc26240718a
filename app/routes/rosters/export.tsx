import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { viewRoster } from "~/data/rosters/roster-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { Button, ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ roster }) => `导出${roster.label}花名册`,
  crumb: () => ({ label: "导出" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const roster = await viewRoster(actor, params["rosterId"] ?? "", dayInChina(now()));
  if (roster === null) throw notFound();
  if (!roster.offers.export) throw forbidden();
  const { id, label, countyName, headcount } = roster;
  // The download answers with a file or comes back here: it has no page of its own to refuse on.
  const isRefused = new URL(request.url).searchParams.get("refused") === "reason";
  return { roster: { id, label, countyName, headcount }, isRefused };
}

const NUMBERS = [
  {
    value: "masked",
    label: "隐去中间数字",
    hint: "身份证号留前 6 位和后 4 位，电话留前 3 位和后 4 位",
  },
  { value: "full", label: "完整号码", hint: "须写明用途；可再次导入" },
];
const REASON_MISSING = "导出完整号码须写明用途";

export default function ExportRoster() {
  const { roster, isRefused } = useLoaderData<typeof loader>();
  const feedback = isRefused
    ? { errors: { reason: REASON_MISSING }, values: { numbers: "full" } }
    : undefined;
  return (
    <>
      <PageHeader
        title="导出花名册"
        note={`${roster.label} · ${roster.countyName} · ${roster.headcount} 人`}
      />
      <ErrorSummary errors={feedback?.errors} />
      <Card className="max-w-2xl">
        {/* A file is not a page: the browser itself sends this form and keeps what comes back. */}
        <Form method="post" action={`/rosters/${roster.id}/export/file`} reloadDocument>
          <FormFeedback feedback={feedback}>
            <div className="space-y-4">
              <RadioGroup
                name="numbers"
                label="号码"
                options={NUMBERS}
                defaultValue="masked"
                required
              />
              <TextField
                name="reason"
                label="用途"
                hint="导出完整号码时必填，如 报州人社局复核"
                maxLength={100}
              />
              <p className="text-slate-600">
                文件为 .xlsx，身份证号为文本格式，附导出人、时间和份号；每次导出都会留痕。
              </p>
              <div className="flex flex-wrap gap-2">
                {/* Not guarded against a second click: the page stays while the file is saved. */}
                <Button type="submit" variant="primary" icon="export">
                  导出
                </Button>
                <ButtonLink to={`/rosters/${roster.id}`}>返回花名册</ButtonLink>
              </div>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
