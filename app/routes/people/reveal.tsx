import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewPerson } from "~/data/people/person-view.server";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { revealNumber, type RevealRefusal } from "~/usecases/people/reveal-number.server";
import { RevealedNumbers } from "./revealed-numbers";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: "查看完整号码",
  crumb: ({ person }) => ({ label: person.name, to: `/people/${person.id}` }),
};

const NO_STORE = { headers: { "Cache-Control": "no-store" } };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const person = isUuid(params["id"]) ? await viewPerson(actor, params["id"], today) : null;
  if (person === null) throw notFound();
  if (!may(actor, "people.revealNumber", person.countyCode, today)) throw forbidden();
  const { id, name, maskedId } = person;
  return { person: { id, name, maskedId } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const id = params["id"];
  if (!isUuid(id)) throw notFound();
  const reason = String((await request.formData()).get("reason") ?? "");
  const outcome = await revealNumber(actor, id, reason, now());
  if (outcome.ok) {
    const { idCardNumber, phone } = outcome.value;
    return data({ shown: { idCardNumber, phone }, values: {}, errors: {} }, NO_STORE);
  }
  return data({ shown: null, values: { reason }, errors: errorsOf(outcome.refusal) }, 422);
}

function errorsOf(refusal: RevealRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "noReason":
      return { reason: "请写明查看完整号码的理由，如 核对银行开户信息" };
    case "tooMany":
      return { reason: "查看完整号码过于频繁（每分钟 30 次、每天 300 次），请稍后再试" };
  }
}

export default function RevealPage() {
  const { person } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = <ButtonLink to={`/people/${person.id}`}>返回</ButtonLink>;
  return (
    <>
      <PageHeader title={`查看${person.name}的完整号码`} note={person.maskedId} />
      {answer?.shown ? (
        <>
          <RevealedNumbers numbers={answer.shown} />
          {back}
        </>
      ) : (
        <>
          <ErrorSummary errors={answer?.errors} />
          <Card className="max-w-3xl">
            <Form method="post">
              <FormFeedback feedback={answer}>
                <TextField
                  name="reason"
                  label="理由"
                  hint="将与您的姓名、时间一起记入操作留痕，本人和审计可查"
                  maxLength={200}
                  required
                  className="mb-4"
                />
                <div className="flex flex-wrap gap-2">
                  <SubmitButton icon="eye" pendingLabel="正在查看…">
                    查看完整号码
                  </SubmitButton>
                  {back}
                </div>
              </FormFeedback>
            </Form>
          </Card>
        </>
      )}
    </>
  );
}
