import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewVacancy } from "~/data/employers/vacancy-view.server";
import { workplaceGroups } from "~/data/employers/workplace-choice-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { VACANCY_KIND_LABELS } from "~/domain/employers/vacancy";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { LinkList } from "./link-list";
import { pageNumber } from "./page-number";
import { PlacedPeopleCard } from "./placed-people";
import { answerVacancyForm } from "./vacancy-answers.server";
import { VacancyStateBadge } from "./vacancy-columns";
import { VacancyFacts } from "./vacancy-facts";
import { VacancyForms } from "./vacancy-forms";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ vacancy }) => vacancy.title,
  crumb: ({ vacancy }) => ({ label: vacancy.title }),
};

const DONE = new Map([
  ["create", "岗位已发布；登记转移就业时选定它，人就计入“已安排”。"],
  ["change", "已保存。"],
  ["close", "岗位已关闭。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "employer.read", today)) throw forbidden();
  const { search, size } = readListAddress(request);
  const wanted = { page: pageNumber(search), size };
  const vacancy = await viewVacancy(actor, params["vacancyId"] ?? "", wanted, today);
  if (vacancy === null) throw notFound();
  const workplaces = workplaceGroups(actor.counties, vacancy.workplaceCode);
  return { vacancy, size, workplaces, done: search.get("done") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "employer.read", dayInChina(now()))) throw forbidden();
  const vacancyId = params["vacancyId"];
  if (!isUuid(vacancyId)) throw notFound();
  return answerVacancyForm(actor, vacancyId, await request.formData());
}

export default function VacancyPage() {
  const { vacancy, size, workplaces, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  return (
    <>
      <PageHeader
        title={vacancy.title}
        badge={<VacancyStateBadge state={vacancy.state} />}
        note={`${VACANCY_KIND_LABELS[vacancy.kind]}，由${vacancy.ownerName}发布`}
      />
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <VacancyFacts vacancy={vacancy} />
      <PlacedPeopleCard
        title="安排到本岗位的人员"
        people={vacancy.people}
        size={size}
        hint="登记转移就业时选定本岗位，人就列在这里。"
        enter={
          vacancy.mayPlace
            ? `/placements/new?vacancy=${vacancy.id}&employer=${vacancy.employer.id}`
            : null
        }
      />
      {vacancy.classes.length > 0 && (
        <LinkList
          title="为这家单位开办的订单式、定向式培训班"
          links={vacancy.classes.map(({ id, label, countyName, startsOn }) => ({
            to: `/classes/${id}/filing`,
            label,
            note: `${countyName}，${startsOn} 开班`,
          }))}
        />
      )}
      {vacancy.mayChange && (
        <VacancyForms vacancy={vacancy} workplaces={workplaces} answer={answer} />
      )}
    </>
  );
}
