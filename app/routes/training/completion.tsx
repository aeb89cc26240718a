import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { viewCompletion } from "~/data/training/completion-view.server";
import { may } from "~/domain/access/policy";
import { whyNotWritten } from "~/domain/training/class-writing";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClassFrame } from "./class-frame";
import { ClassWritingNotice } from "./class-writing-notice";
import { completeFrom, saveFrom, takeBackFrom } from "./completion-actions.server";
import { CompletionForm } from "./completion-form";
import { CompletionSteps } from "./completion-steps";
import { READ_COLUMNS } from "./completion-read-columns";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}结业`,
  crumb: ({ head }) => ({ label: head.label, to: `/classes/${head.id}` }),
};

const DONE: Readonly<Record<string, string>> = {
  results: "结业结果已保存。",
  complete: "本班已结业。",
  takeBack: "结业已撤回，可以更正后重新办理。",
};

async function find({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  const where = { classId: head.id, rosterId: head.roster?.id ?? null };
  return { actor, today, head, page: await viewCompletion(actor, where, today) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, today, head, page } = await find(args);
  const done = new URL(args.request.url).searchParams.get("done") ?? "";
  return {
    ...{ head, page, done: DONE[done] ?? null },
    mayWrite: may(actor, "class.write", head.countyCode, today),
    isOpen: whyNotWritten(actor, head, today) === null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.clone().formData();
  const { actor, head, page, today } = await find(args);
  if (!may(actor, "class.write", head.countyCode, today)) throw forbidden();
  const answer = await answerTo(String(form.get("intent")));
  if (answer.done !== null) return redirect(`/classes/${head.id}/completion?done=${answer.done}`);
  const { values, errors } = answer;
  // A filled form is drawn anew: its boxes start with what was pasted.
  const drawing = now().getTime();
  return data({ values, errors: errors ?? {}, drawing }, { status: errors === null ? 200 : 422 });

  function answerTo(intent: string) {
    if (intent === "complete") return completeFrom(actor, head.id, form);
    if (intent === "takeBack") return takeBackFrom(actor, head.id, form);
    return saveFrom(actor, head.id, form, page.rows);
  }
}

export default function Completion() {
  const { head, page, mayWrite, isOpen, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { rows } = page;
  const versions = rows.map(({ stored }) => stored?.version ?? 0).join();
  return (
    <ClassFrame
      head={head}
      current="completion"
      actions={
        <ButtonLink to={`/classes/${head.id}/forms/completion-roster`} icon="print">
          结业名册
        </ButtonLink>
      }
    >
      <ErrorSummary errors={answer?.errors} />
      {done !== null && answer === undefined && (
        <Notice kind="success" live>
          {done}
        </Notice>
      )}
      {/* A completed class says so below, with the way back. */}
      {head.isSealed && <ClassWritingNotice head={head} />}
      <CompletionSteps head={head} page={page} mayWrite={mayWrite} feedback={answer} />
      {isOpen && rows.length > 0 ? (
        <CompletionForm key={`${versions} ${answer?.drawing}`} rows={rows} feedback={answer} />
      ) : (
        <Card title="结业结果" flush>
          <DataTable
            caption="结业结果"
            columns={READ_COLUMNS}
            rows={rows}
            rowKey={(row) => row.id}
            empty={
              <EmptyState title="花名册上还没有学员" icon="roster">
                由县级经办人先导入本班花名册。
              </EmptyState>
            }
          />
        </Card>
      )}
    </ClassFrame>
  );
}
