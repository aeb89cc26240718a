import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewRoster } from "~/data/rosters/roster-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { markedPageLinks } from "~/ui/print/page-links";
import { requireActor } from "~/usecases/access/require-actor.server";
import { printRoster, type PrintRefusal } from "~/usecases/rosters/print-roster.server";
import { PaperRoster } from "./paper-roster";

type Loaded = SerializeFrom<typeof loader>;

export const links = markedPageLinks;

export const handle: PageHandle<Loaded> = {
  title: ({ roster }) => `打印${roster.label}花名册`,
  frame: "bare",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const roster = await viewRoster(actor, params["rosterId"] ?? "", dayInChina(now()));
  if (roster === null) throw notFound();
  if (!roster.offers.print) throw forbidden();
  const { id, label, countyName, headcount } = roster;
  return { roster: { id, label, countyName, headcount }, printedBy: actor.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const purpose = String((await request.formData()).get("purpose") ?? "").slice(0, 100);
  const outcome = await printRoster(actor, { rosterId: params["rosterId"] ?? "", purpose }, now());
  if (outcome.ok) {
    const headers = { "Cache-Control": "no-store" };
    return data({ printed: outcome.value, errors: null, values: null }, { headers });
  }
  const errors = { purpose: messageOf(outcome.refusal) };
  return data({ printed: null, errors, values: { purpose } }, { status: 422 });
}

function messageOf(refusal: PrintRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "purposeMissing":
      return "请写明打印用途";
    case "empty":
      return "花名册上没有学员，无可打印";
    case "tooMany":
      return `本册 ${refusal.headcount} 人，超过一次打印的上限 2000 人，请改用导出`;
  }
}

export default function PrintRoster() {
  const { roster, printedBy } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.printed) return <PaperRoster printed={answer.printed} printedBy={printedBy} />;
  const feedback = answer?.errors ? answer : undefined;
  return (
    <>
      <PageHeader
        title="打印花名册"
        note={`${roster.label} · ${roster.countyName} · ${roster.headcount} 人`}
      />
      <ErrorSummary errors={feedback?.errors ?? undefined} />
      <Card className="max-w-2xl">
        <Form method="post">
          <FormFeedback
            feedback={{ values: feedback?.values ?? {}, errors: feedback?.errors ?? {} }}
          >
            <TextField
              name="purpose"
              label="打印用途"
              hint="如 结业签字按手印"
              required
              maxLength={100}
              className="mb-3"
            />
            <p className="mb-4 text-slate-600">
              纸质花名册须有完整身份证号、联系电话和本人签字、手印，因此号码完整打印（无权查看完整号码的，隐去中间数字）；本次打印会留痕，页脚印有打印人、时间和份号。
            </p>
            <div className="flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在生成…" icon="print">
                生成打印页
              </SubmitButton>
              <ButtonLink to={`/rosters/${roster.id}`}>返回花名册</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
