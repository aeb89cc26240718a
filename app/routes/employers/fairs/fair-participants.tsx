import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listParticipants, viewParticipant } from "~/data/employers/fair-participants-view.server";
import { viewFair } from "~/data/employers/fair-view.server";
import { may } from "~/domain/access/policy";
import { FAIR_OUTCOMES } from "~/domain/employers/fair-outcome";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { candidatesOf } from "../person-candidates.server";
import { AddedNotice, AddParticipants } from "./add-participants";
import { FairFrame } from "./fair-frame";
import { OutcomeCard } from "./outcome-card";
import { answerParticipants } from "./participant-answers.server";
import { OutcomeTabs, participantColumns } from "./participant-parts";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ fair }) => `${fair.name}参加人员`,
  crumb: ({ fair }) => ({ label: `${fair.name}参加人员` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const fair = await viewFair(actor, params["fairId"], dayInChina(now()));
  if (fair === null) throw notFound();
  const { search, cursor, size } = readListAddress(request);
  const outcome = FAIR_OUTCOMES.find((one) => one === search.get("outcome")) ?? null;
  const q = (search.get("q") ?? "").trim();
  const { mayWrite } = fair;
  return {
    ...{ fair, outcome, q, size, isSaved: search.has("done") },
    page: await listParticipants(actor, { fairId: fair.id, outcome, size, cursor }),
    edited: mayWrite ? await viewParticipant(actor, fair, search.get("one") ?? "") : null,
    candidates: mayWrite ? await candidatesOf(actor, fair.countyCode, q) : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const fair = await viewFair(actor, params["fairId"], today);
  if (fair === null) throw notFound();
  if (!may(actor, "jobFair.write", fair.countyCode, today)) throw forbidden();
  return answerParticipants(actor, fair, request);
}

export default function FairParticipants() {
  const loaded = useLoaderData<typeof loader>();
  const { fair, page, outcome, edited, isSaved, size } = loaded;
  const answer = useActionData<typeof action>();
  const feedbackOf = (intent: string) => (answer?.intent === intent ? answer : undefined);
  return (
    <FairFrame fair={fair} current="participants">
      <ErrorSummary errors={answer?.errors} />
      {isSaved && answer === undefined && (
        <Notice kind="success" live>
          已保存。
        </Notice>
      )}
      {answer?.added && <AddedNotice added={answer.added} />}
      {edited !== null && <OutcomeCard fair={fair} one={edited} feedbackOf={feedbackOf} />}
      <OutcomeTabs fair={fair} current={outcome} />
      <DataTable
        caption="参加人员"
        columns={participantColumns(fair)}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/people/${row.personId}`}
        empty={
          <EmptyState title="没有参加人员" icon="people">
            由县级经办人按姓名或身份证号登记，也可以粘贴或上传名单。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "key", before: page.before, after: page.after }}
        size={size}
        unit="人"
      />
      {fair.mayWrite && edited === null && (
        <AddParticipants loaded={loaded} feedbackOf={feedbackOf} />
      )}
    </FairFrame>
  );
}
