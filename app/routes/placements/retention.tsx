import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewRetention } from "~/data/placements/retention-page-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { MILESTONE_MONTHS } from "~/domain/placements/follow-up-schedule";
import { RETENTION_STATE_LABELS, RETENTION_STATES } from "~/domain/placements/retention-state";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { RetentionBoardTable, type Figure } from "./retention-board";
import { retentionColumns } from "./retention-columns";
import { RetentionFilters } from "./retention-filters";
import { gapWords } from "./retention-words";

export const handle: PageHandle = {
  title: "稳定就业",
  crumb: () => ({ label: "稳定就业", to: "/retention" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "placement.read", today);
  if (!mayAnywhere(actor, "placement.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const choices = countyChoices(actor, "placement.read", today);
  const wanted = search.get("county") ?? "";
  const county = choices.some(({ code }) => code === wanted) ? wanted : "";
  const counties = county === "" ? choices.map(({ code }) => code) : [county];
  const wantedDay = parseWrittenDate(search.get("asOf") ?? "");
  const asOf = wantedDay === null || wantedDay > today ? today : wantedDay;
  const figure: Figure = {
    months: MILESTONE_MONTHS.find((one) => String(one) === search.get("months")) ?? 3,
    state: RETENTION_STATES.find((one) => one === search.get("state")) ?? "missing",
  };
  return {
    found: await viewRetention(actor, counties, figure, { cursor, size, on: asOf }),
    ...{ choices, county, figure, size, asOf, today },
  };
}

export default function Retention() {
  const { found, choices, county, figure, size, asOf, today } = useLoaderData<typeof loader>();
  const { months, state } = figure;
  const { figures, inWork, gaps, list } = found;
  const total = figures.find((one) => one.months === months)?.counts[state] ?? 0;
  const title = `满 ${months} 个月：${RETENTION_STATE_LABELS[state]}`;
  return (
    <>
      <PageHeader
        title="稳定就业"
        note={`截至 ${asOf}，在岗 ${inWork} 人。${gaps.map(gapWords).join("；")}。`}
      />
      <RetentionFilters choices={choices} county={county} figure={figure} asOf={asOf} />
      <RetentionBoardTable
        figures={figures}
        chosen={figure}
        kept={{ ...(county !== "" && { county }), ...(asOf !== today && { asOf }) }}
      />
      <h2 className="mb-2 text-base font-semibold">{title}</h2>
      <DataTable
        caption={title}
        columns={retentionColumns(months)}
        rows={list.rows}
        rowKey={({ personId }) => personId}
        rowHref={({ placementId }) => `/placements/${placementId}`}
        empty={
          <EmptyState title="没有这种情况的人" icon="placement">
            点上表中的数字查看对应的人。每人按全部就业登记合并计算，工资条、社保、合同、回访在岗都可作各月佐证。
          </EmptyState>
        }
      />
      <Pager position={{ by: "key", ...list }} size={size} total={total} unit="人" />
    </>
  );
}
