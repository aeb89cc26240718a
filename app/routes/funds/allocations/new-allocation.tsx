import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allocationRegions, parentChoices } from "~/data/funds/allocation-choices-view.server";
import { documentChoices } from "~/data/funds/document-view.server";
import { gridSize } from "~/domain/funds/allocation-form";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { BalanceNotice } from "./balance-notice";
import { CopyNotice } from "./copy-notice";
import { answerDraft } from "./draft-answers.server";
import { DraftForm } from "./draft-form";
import { UploadForm } from "./upload-form";

export const handle: PageHandle = {
  title: "录入资金下达表",
  crumb: () => ({ label: "录入资金下达表" }),
};

async function writerOf(request: Request) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const regions = allocationRegions(actor, today);
  if (regions.length === 0) throw forbidden();
  return { actor, regions, year: Number(today.slice(0, 4)) };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, regions, year } = await writerOf(request);
  const documentId = new URL(request.url).searchParams.get("document") ?? "";
  const parents = await parentChoices(actor, [year, year - 1, 2020]);
  return { regions, documentId, parents, documents: await documentChoices(actor) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await writerOf(request);
  return answerDraft(actor, request);
}

export default function NewAllocation() {
  const choices = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = answer?.values ?? {};
  return (
    <>
      <PageHeader
        title="录入资金下达表"
        note="照文件原样录入，合计填文件上写的数；系统逐行、逐列、逐项目核对，全部相符才保存。"
      />
      <ErrorSummary errors={answer?.errors} />
      {answer?.compared && <CopyNotice compared={answer.compared} />}
      {answer?.balance && <BalanceNotice balance={answer.balance} places={answer.places} />}
      <div className="space-y-4">
        <UploadForm {...choices} feedback={answer} />
        {/* What was read from a file or checked is another form: its fields begin anew. */}
        <DraftForm
          key={answer?.turn ?? ""}
          {...choices}
          feedback={answer}
          size={gridSize(values)}
        />
      </div>
    </>
  );
}
