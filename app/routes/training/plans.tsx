import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { listPlans, type PlanRow } from "~/data/training/plan-list-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { yuanText } from "~/domain/shared/fen";
import { PLAN_STATE_LABELS, planLabel, type PlanState } from "~/domain/training/plan";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { StateBadge } from "~/ui/display/badge";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { PlanFilters } from "./plan-filters";
import { PLAN_BADGES } from "./state-badges";

export const handle: PageHandle = {
  title: "年度培训计划",
  crumb: () => ({ label: "年度培训计划", to: "/plans" }),
};

const FIRST_YEAR = 2018;
const STATES = Object.keys(PLAN_STATE_LABELS) as readonly PlanState[];

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "plan.read", today);
  if (!mayAnywhere(actor, "plan.read", today)) throw forbidden();
  const { search, size } = readListAddress(request);
  const year = /^\d{4}$/.test(search.get("year") ?? "") ? Number(search.get("year")) : null;
  const filter = {
    county: search.get("county") ?? "",
    year,
    state: STATES.find((state) => state === search.get("state")) ?? null,
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(search.get("page"))) || 1)),
    size,
  };
  const lastYear = Number(today.slice(0, 4)) + 1;
  return {
    ...(await listPlans(actor, filter)),
    filter,
    counties: countyChoices(actor, "plan.read", today),
    years: Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, back) => String(lastYear - back)),
    mayCreate: mayAnywhere(actor, "plan.write", today),
  };
}

const COLUMNS: readonly Column<PlanRow>[] = [
  { key: "title", header: "计划", isRowHeader: true, cell: (row) => planLabel(row) },
  { key: "county", header: "县（市、区）", cell: (row) => row.countyName },
  { key: "state", header: "状态", cell: (row) => <StateBadge {...PLAN_BADGES[row.state]} /> },
  { key: "trades", header: "工种", align: "right", cell: (row) => row.trades },
  { key: "classes", header: "计划班数", align: "right", cell: (row) => row.classCount },
  { key: "filed", header: "已备案班数", align: "right", cell: (row) => row.filedClasses },
  { key: "headcount", header: "计划人数", align: "right", cell: (row) => row.headcount },
  { key: "budget", header: "预算", align: "right", cell: (row) => yuanText(row.budgetFen) },
];

export default function Plans() {
  const loaded = useLoaderData<typeof loader>();
  const { rows, total, filter, mayCreate } = loaded;
  return (
    <>
      <PageHeader
        title="年度培训计划"
        actions={
          mayCreate && (
            <ButtonLink to="/plans/new" variant="primary" icon="plus">
              编制计划
            </ButtonLink>
          )
        }
      />
      <PlanFilters loaded={loaded} />
      <DataTable
        caption="年度培训计划"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/plans/${row.id}`}
        empty={
          <EmptyState title="没有符合条件的计划" icon="training">
            年度培训计划由县级经办人编制，另一人审批后，培训班按计划备案。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "page", page: filter.page, pageCount: Math.ceil(total / filter.size) }}
        size={filter.size}
        total={total}
        unit="份"
      />
    </>
  );
}
