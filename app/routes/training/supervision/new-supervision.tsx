import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewSupervisionForm } from "~/data/evidence/supervision-form-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClassFrame } from "../class-frame";
import { answerSupervisionForm } from "./supervision-answer.server";
import { SampleCard } from "./sample-card";
import { SignatureFields } from "./signature-fields";
import { SampledFields, SupervisionFields } from "./supervision-fields";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `登记${head.label}监督记录`,
  crumb: () => ({ label: "登记监督记录" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  const sampled = Math.max(0, Number(new URL(request.url).searchParams.get("sampled")) || 0);
  const page = await viewSupervisionForm(actor, head.id, { sampled, today });
  if (page === null) throw forbidden();
  return { head, page, signer: `${actor.name}（${actor.organisationName}）`, today };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const at = now();
  const today = dayInChina(at);
  // Before a photograph is taken in from somebody who may not send one.
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  if (!may(actor, "supervision.write", head.countyCode, today)) throw forbidden();
  const answer = await answerSupervisionForm(actor, head.id, request, at);
  if (typeof answer !== "string") return answer;
  return redirect(`/classes/${head.id}/supervision/${answer}?done=record`);
}

export default function NewSupervision() {
  const { head, page, signer, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = `/classes/${head.id}/supervision`;
  const why = whyNot(head.isSealed, page);
  return (
    <ClassFrame head={head} current="supervision">
      <ErrorSummary errors={answer?.errors} />
      {why !== null ? (
        <Notice
          kind="warning"
          title="不能登记监督记录"
          actions={<ButtonLink to={back}>返回监督记录</ButtonLink>}
        >
          {why}
        </Notice>
      ) : (
        <>
          <SampleCard sampled={page.sampled} headcount={page.headcount} />
          <Form
            method="post"
            encType="multipart/form-data"
            action={`${back}/new?sampled=${page.sampled}`}
          >
            <input type="hidden" name="sampled" value={page.sampled} />
            <FormFeedback feedback={answer}>
              <Card title="第二步：监督情况">
                <SupervisionFields head={head} page={page} today={today} />
              </Card>
              {page.trainees.length > 0 && <SampledFields trainees={page.trainees} />}
              <Card title="第三步：签名">
                <SignatureFields signer={signer} />
                <div className="mt-4 flex flex-wrap gap-2">
                  <SubmitButton pendingLabel="正在登记…">签名并登记</SubmitButton>
                  <ButtonLink to={back}>返回监督记录</ButtonLink>
                </div>
              </Card>
            </FormFeedback>
          </Form>
        </>
      )}
    </ClassFrame>
  );
}

function whyNot(isSealed: boolean, page: Loaded["page"]): string | null {
  if (isSealed) return "花名册已封存，不能再登记监督记录。";
  if (page.runsClass) return "本班由您登记或备案。监督须由没有经办本班的人员进行。";
  if (page.parties.length > 0) return null;
  return "县经办人不能登记监督记录。请由县审核人、州市人社监管或援滇干部本人登录登记。";
}
