import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewSignedHead } from "~/data/rosters/signed-head-view.server";
import type { RosterKind } from "~/domain/rosters/roster";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { publicAddress } from "~/platform/http/public-address.server";
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
import { PaperRoster } from "./paper-roster";
import { PaperWages } from "./paper-wages";
import { answerPrint } from "./print-answers.server";

type Loaded = SerializeFrom<typeof loader>;

export const links = markedPageLinks;

export const handle: PageHandle<Loaded> = {
  title: ({ roster }) => `打印${roster.label}${WORDS[roster.kind].form}`,
  frame: "bare",
};

/** What is printed, whom for, and what of it shows in full. */
const WORDS: Readonly<Record<RosterKind, Record<"form" | "hint" | "note" | "back", string>>> = {
  TRAINING: {
    form: "花名册",
    hint: "如 结业签字按手印",
    note: "纸质花名册须有完整身份证号、联系电话和本人签字、手印，因此号码完整打印（无权查看完整号码的，隐去中间数字）；本次打印会留痕，页脚印有打印人、时间和份号。",
    back: "返回花名册",
  },
  WAGES: {
    form: "签收表",
    hint: "如 5 月工资签收",
    note: "签收表印有完整身份证号和每人实发金额（无权查看完整号码的，隐去中间数字），不印收款账号；本次打印会留痕，页脚印有打印人、时间和份号。工资到账后再请本人签收。",
    back: "返回工资表",
  },
};

async function findRoster(request: Request, params: LoaderFunctionArgs["params"]) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const roster = await viewSignedHead(actor, params["rosterId"], today);
  if (roster === null) throw notFound();
  if (!roster.mayPrint) throw forbidden();
  return { actor, roster };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, roster } = await findRoster(request, params);
  const verifyAt = publicAddress(request, "/verify");
  return { roster, printedBy: actor.name, verifyAt };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, roster } = await findRoster(request, params);
  const purpose = String((await request.formData()).get("purpose") ?? "").slice(0, 100);
  const answer = await answerPrint(actor, roster, purpose);
  if (answer.kind !== "refused") {
    return data(answer, { headers: { "Cache-Control": "no-store" } });
  }
  const errors = { purpose: answer.message };
  return data({ kind: answer.kind, errors, values: { purpose } }, { status: 422 });
}

export default function PrintRoster() {
  const { roster, printedBy, verifyAt } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.kind === "TRAINING") {
    return <PaperRoster printed={answer.printed} printedBy={printedBy} />;
  }
  if (answer?.kind === "WAGES") return <PaperWages {...{ ...answer, printedBy, verifyAt }} />;
  const { form, hint, note, back } = WORDS[roster.kind];
  return (
    <>
      <PageHeader
        title={`打印${form}`}
        note={`${roster.label} · ${roster.countyName} · ${roster.headcount} 人`}
      />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-2xl">
        <Form method="post">
          <FormFeedback feedback={answer}>
            <TextField
              name="purpose"
              label="打印用途"
              hint={hint}
              required
              maxLength={100}
              className="mb-3"
            />
            <p className="mb-4 text-slate-600">{note}</p>
            <div className="flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在生成…" icon="print">
                生成打印页
              </SubmitButton>
              <ButtonLink to={roster.to}>{back}</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
