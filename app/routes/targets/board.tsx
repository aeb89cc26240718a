import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewBoard } from "~/data/targets/board-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { SelectField } from "~/ui/forms/select-field";
import { DateField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { asOfQuery, readAsOf } from "./as-of";
import { TargetCard } from "./target-card";

export const handle: PageHandle = {
  title: "目标进度",
  crumb: () => ({ label: "目标进度", to: "/targets" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "target.read", today);
  if (!mayAnywhere(actor, "target.read", today)) throw forbidden();
  const search = new URL(request.url).searchParams;
  const asOf = readAsOf(search, today);
  const year = /^\d{4}$/.test(search.get("year") ?? "") ? Number(search.get("year")) : null;
  return {
    board: await viewBoard(actor, { asOf, year, on: today }),
    asOf,
    today,
    chosen: year === null ? "" : String(year),
    mayEnter: mayAnywhere(actor, "target.write", today),
  };
}

export default function TargetBoard() {
  const { board, asOf, today, chosen, mayEnter } = useLoaderData<typeof loader>();
  const years = board.years.map((year) => ({ value: String(year), label: `${year} 年` }));
  return (
    <>
      <PageHeader
        title="目标进度"
        note={`${board.year} 年度，截至 ${asOf}。进度只计已查验、有佐证材料的人员，每个数字都可打开名单。`}
        actions={
          mayEnter && (
            <ButtonLink to="/targets/new" variant="primary" icon="plus">
              录入目标任务
            </ButtonLink>
          )
        }
      />
      <FilterBar label="选择年度和截至日期">
        <SelectField
          name="year"
          label="年度"
          options={years}
          emptyLabel="按截至日期"
          defaultValue={chosen}
        />
        <DateField
          name="asOf"
          label="截至日期"
          hint="如 2020-06-20；空着为今天"
          defaultValue={asOf === today ? "" : asOf}
        />
      </FilterBar>
      {board.targets.map((one) => (
        <TargetCard key={one.target.id} board={one} asOf={asOf} query={asOfQuery(asOf, today)} />
      ))}
      {board.targets.length === 0 && (
        <EmptyState title="没有目标任务" icon="report">
          目标任务由州（市）人社部门或协作办按文件录入；录入后这里按县显示进度。
        </EmptyState>
      )}
    </>
  );
}
