import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findEmployerChoice } from "~/data/employers/employer-choice-view.server";
import { listVacancies } from "~/data/employers/vacancy-list-view.server";
import { workplaceGroups } from "~/data/employers/workplace-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { pageNumber } from "./page-number";
import { VACANCY_COLUMNS } from "./vacancy-columns";
import { VacancyFilters } from "./vacancy-filters";

export const handle: PageHandle = {
  title: "岗位和用工订单",
  crumb: () => ({ label: "岗位和用工订单", to: "/vacancies" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "employer.read", today);
  if (!mayAnywhere(actor, "employer.read", today)) throw forbidden();
  const { search, size } = readListAddress(request);
  const employer = await findEmployerChoice(actor, search.get("employer") ?? "");
  const filter = {
    text: (search.get("text") ?? "").trim().slice(0, 60),
    kind: search.get("kind") ?? "",
    region: search.get("region") ?? "",
    state: search.get("state") ?? "",
    employerId: employer?.id ?? "",
  };
  const wanted = { page: pageNumber(search), size };
  return {
    ...(await listVacancies(actor, filter, wanted, today)),
    ...{ filter, size, employer },
    regions: workplaceGroups(actor.counties),
    mayPublish: mayAnywhere(actor, "vacancy.write", today),
  };
}

export default function Vacancies() {
  const { rows, total, page, pageCount, size, filter, employer, regions, mayPublish } =
    useLoaderData<typeof loader>();
  const of = employer === null ? "" : `?employer=${employer.id}`;
  return (
    <>
      <PageHeader
        title="岗位和用工订单"
        note={
          employer === null
            ? "还缺人的排在前面；“已安排”计所有县的人，“其中本地区”可点开名单。"
            : `只列 ${employer.name} 的岗位。`
        }
        actions={
          mayPublish && (
            <ButtonLink to={`/vacancies/new${of}`} variant="primary" icon="plus">
              发布岗位
            </ButtonLink>
          )
        }
      />
      <VacancyFilters filter={filter} regions={regions} />
      <DataTable
        caption="岗位和用工订单"
        columns={VACANCY_COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/vacancies/${row.id}`}
        empty={
          <EmptyState title="没有符合条件的岗位" icon="placement">
            县级经办人、劳务站和结对区都可以发布岗位；已到期、已关闭的请换一个状态查看。
          </EmptyState>
        }
      />
      <Pager position={{ by: "page", page, pageCount }} size={size} total={total} unit="个" />
    </>
  );
}
