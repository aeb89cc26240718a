import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewScanReview } from "~/data/evidence/scan-review-view.server";
import { viewSignedHead } from "~/data/rosters/signed-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openScan } from "~/usecases/evidence/open-scan-page.server";
import { answerLine } from "./scan-answers.server";
import { cellPicture } from "./scan-cell-name";
import { InkChoice } from "./scan-ink-choice";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ row }) => `更正 ${row.name} 的签字手印`,
  crumb: ({ row }) => ({ label: `更正 ${row.name}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { rosterId = "", pageId = "", lineId = "" } = params;
  const today = dayInChina(now());
  const head = await viewSignedHead(actor, rosterId, today);
  if (head === null) throw notFound();
  const opened = await openScan(actor, { rosterId, pageId }, now());
  if (!opened.ok) throw opened.refusal.kind === "notFound" ? notFound() : forbidden();
  const scan = await viewScanReview(actor, head, pageId, today);
  const row = scan?.rows.find((one) => one.lineId === lineId && one.holds);
  if (scan === null || row === undefined) throw notFound();
  if (!scan.may.decide) throw forbidden();
  const { title, version, isUncut } = scan;
  return { row, pageId, back: `/rosters/${rosterId}/scans/${pageId}`, title, version, isUncut };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { rosterId = "", pageId = "", lineId = "" } = params;
  return answerLine(actor, { rosterId, pageId }, lineId, await request.formData());
}

export default function ScanLine() {
  const { row, pageId, back, title, version, isUncut } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={`更正 ${row.name} 的签字手印`} note={`${title} · ${row.idMasked}`} />
      <ErrorSummary errors={answer?.errors} heading="没有保存" />
      <Card className="max-w-3xl">
        <Form method="post">
          <FormFeedback feedback={answer}>
            <input type="hidden" name="version" value={version} />
            <div className="mb-4 flex flex-wrap gap-6">
              {row.cells.map((cell) => (
                <div key={cell.element}>
                  <h2 className="mb-1 font-medium">
                    {cell.element === "SIGNATURE" ? "签字" : "手印"}
                  </h2>
                  <img
                    src={cellPicture(pageId, row.lineId, cell.element)}
                    alt={`${row.name} ${cell.element === "SIGNATURE" ? "签字" : "手印"}`}
                    className={
                      isUncut
                        ? "mb-1 max-w-full"
                        : "mb-1 aspect-[37/13] w-72 border border-slate-300 object-contain"
                    }
                  />
                  <InkChoice
                    lineId={row.lineId}
                    cell={cell}
                    label={`${row.name} ${cell.element === "SIGNATURE" ? "签字" : "手印"}`}
                    chosen={cell.decision}
                  />
                </div>
              ))}
            </div>
            <TextField
              name="reason"
              label="更正的理由"
              hint="改变已经作出的确认时须写明"
              maxLength={200}
              className="mb-4"
            />
            <ProxyFields />
            <div className="mt-4 flex flex-wrap gap-2">
              <SubmitButton>保存</SubmitButton>
              <ButtonLink to={back}>返回扫描页</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}

/** Somebody else signed; the fingerprint stays the person's own. */
function ProxyFields() {
  return (
    <fieldset className="space-y-3 rounded border border-slate-200 p-3">
      <legend className="px-1 font-medium">代签</legend>
      <CheckboxField name="isProxy" label="签字是他人代签的（手印须本人按）" />
      <TextField name="proxyName" label="代签人" maxLength={50} />
      <TextField name="proxyRelation" label="与本人关系" maxLength={50} />
      <TextField
        name="proxyReason"
        label="代签原因"
        hint="如 本人不识字、手部受伤"
        maxLength={200}
      />
      <TextField name="witness" label="见证人" maxLength={50} />
    </fieldset>
  );
}
