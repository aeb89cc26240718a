import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewSeal } from "~/data/evidence/seal-view.server";
import { viewRosterHead } from "~/data/rosters/roster-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { landscapeLinks } from "~/ui/print/page-links";
import { requireActor } from "~/usecases/access/require-actor.server";
import { printSealed, type PrintSealedRefusal } from "~/usecases/rosters/print-sealed.server";
import { PaperSealed } from "./paper-sealed";

type Loaded = SerializeFrom<typeof loader>;

export const links = landscapeLinks;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `打印${head.label}封存名册`,
  frame: "bare",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewRosterHead(actor, params["rosterId"], today);
  if (head === null) throw notFound();
  const { seal, offers } = await viewSeal(actor, head, today);
  if (!offers.print) throw forbidden();
  return { head, isSealed: seal !== null, printedBy: actor.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const purpose = String((await request.formData()).get("purpose") ?? "").slice(0, 100);
  const { origin } = new URL(request.url);
  const asked = { rosterId: params["rosterId"] ?? "", purpose, origin };
  const outcome = await printSealed(actor, asked, now());
  if (outcome.ok) {
    const headers = { "Cache-Control": "no-store" };
    return data({ printed: outcome.value, errors: null, values: null }, { headers });
  }
  const errors = { purpose: messageOf(outcome.refusal) };
  return data({ printed: null, errors, values: { purpose } }, { status: 422 });
}

function messageOf(refusal: PrintSealedRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "purposeMissing":
      return "请写明打印用途";
    case "notSealed":
      return "花名册还没有封存";
  }
}

export default function PrintSealed() {
  const { head, isSealed, printedBy } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.printed) return <PaperSealed printed={answer.printed} printedBy={printedBy} />;
  return (
    <>
      <PageHeader title="打印封存名册" note={`${head.label} · ${head.countyName}`} />
      <ErrorSummary errors={answer?.errors ?? undefined} />
      {!isSealed && <Notice kind="warning">花名册还没有封存，封存后才能打印。</Notice>}
      <Card className="max-w-2xl">
        <Form method="post">
          <FormFeedback feedback={{ values: answer?.values ?? {}, errors: answer?.errors ?? {} }}>
            <TextField
              name="purpose"
              label="打印用途"
              hint="如 随案归档"
              required
              maxLength={100}
              className="mb-3"
            />
            <p className="mb-4 text-slate-600">
              号码完整打印（无权查看完整号码的，隐去中间数字）；每页印有封存编号、摘要和核验二维码，本次打印会留痕。
            </p>
            <div className="flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在生成…" icon="print">
                生成打印页
              </SubmitButton>
              <ButtonLink to={`/rosters/${head.id}/seal`}>返回封存</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
