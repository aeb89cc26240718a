import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workshopPlaces } from "~/data/employers/workshop-place-view.server";
import { listWorkers } from "~/data/employers/workshop-people-view.server";
import { viewWorkshop } from "~/data/employers/workshop-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { Notice } from "~/ui/display/notice";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerWorkshopForm } from "./workshop-answers.server";
import { ChangeWorkshop, WithdrawWorkshop } from "./workshop-forms";
import { WorkshopFrame } from "./workshop-frame";
import { JobsByDay, StateNotice, WorkersCard, WorkshopFacts } from "./workshop-parts";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ workshop }) => workshop.name,
  crumb: ({ workshop }) => ({ label: workshop.name }),
};

const DONE = new Map([
  ["create", "扶贫车间已登记。请到“认定材料”上传认定文件。"],
  ["change", "已保存。"],
  ["withdraw", "已登记撤销认定。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const workshop = await viewWorkshop(actor, params["workshopId"], dayInChina(now()));
  if (workshop === null) throw notFound();
  const { search, cursor, size } = readListAddress(request);
  // Only days of the table: the figures and the people behind them are the same days.
  const day = workshop.jobs.find(({ on }) => on === search.get("on")) ?? workshop.jobs[0];
  const shown = { on: day?.on ?? "", onlyPoor: search.get("poor") === "1" };
  return {
    ...{ workshop, shown, size, done: search.get("done") ?? "" },
    workers: await listWorkers(actor, { workshopId: workshop.id, ...shown, size, cursor }),
    places: workshop.mayWrite ? await workshopPlaces(actor, [workshop.countyCode]) : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const workshopId = params["workshopId"];
  if (!isUuid(workshopId)) throw notFound();
  return answerWorkshopForm(actor, workshopId, await request.formData());
}

export default function Workshop() {
  const { workshop, shown, workers, size, places, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const feedbackOf = (intent: string) => (answer?.intent === intent ? answer : undefined);
  return (
    <WorkshopFrame workshop={workshop} current="overview">
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <StateNotice workshop={workshop} />
      <WorkshopFacts workshop={workshop} />
      <JobsByDay workshop={workshop} />
      <WorkersCard shown={shown} workers={workers} size={size} />
      {workshop.mayWrite && (
        <>
          <ChangeWorkshop workshop={workshop} places={places} feedback={feedbackOf("change")} />
          <WithdrawWorkshop workshop={workshop} feedback={feedbackOf("withdraw")} />
        </>
      )}
    </WorkshopFrame>
  );
}
