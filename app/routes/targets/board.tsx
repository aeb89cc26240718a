import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
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
import { asOfNote, asOfQuery, askedDay } from "./as-of";
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
  const day = askedDay(search, today);
  const typedYear = (search.get("year") ?? "").trim();
  const isYear = /^\d{4}$/.test(typedYear);
  // A day of another year asks for that year; only a bare address goes to where there are targets.
  const ofDay = day.typed === "" || day.problem !== undefined ? null : Number(day.asOf.slice(0, 4));
  const year = isYear ? Number(typedYear) : ofDay;
  return {
    board: await viewBoard(actor, { asOf: day.asOf, year, on: today }),
    ...{ day, today, chosen: isYear ? typedYear : "" },
    yearProblem: isYear || typedYear === "" ? undefined : "年度请写成 2020 的样子",
    mayEnter: mayAnywhere(actor, "target.write", today),
  };
}

export default function TargetBoard() {
  const { board, day, today, chosen, yearProblem, mayEnter } = useLoaderData<typeof loader>();
  const { asOf, typed, problem } = day;
  const known = board.years.map(String);
  const years = chosen === "" || known.includes(chosen) ? known : [chosen, ...known];
  return (
    <>
      <PageHeader
        title="目标进度"
        note={`${board.year} 年度，${asOfNote(asOf, today)}。进度只计已查验、有佐证材料的人员，每个数字都可打开名单。`}
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
          options={years.map((year) => ({ value: year, label: `${year} 年` }))}
          emptyLabel="按截至日期"
          defaultValue={chosen}
          error={yearProblem}
        />
        <DateField
          name="asOf"
          label="截至日期"
          hint="如 2020-06-20；空着为今天"
          defaultValue={typed}
          error={problem}
        />
      </FilterBar>
      {board.targets.map((one) => (
        <TargetCard key={one.target.id} board={one} asOf={asOf} query={asOfQuery(asOf, today)} />
      ))}
      {board.targets.length === 0 && <NoTargets board={board} query={asOfQuery(asOf, today)} />}
    </>
  );
}

type NoTargetsProps = {
  readonly board: SerializeFrom<typeof loader>["board"];
  readonly query: string;
};

/** A year without targets stays the year that was asked for; the others are one step away. */
function NoTargets({ board, query }: NoTargetsProps) {
  return (
    <EmptyState title={`${board.year} 年度没有目标任务`} icon="report">
      <p>目标任务由州（市）人社部门或协作办按文件录入；录入后这里按县显示进度。</p>
      {board.years.length > 0 && (
        <p className="mt-2">
          有目标任务的年度：
          {board.years.map((year) => (
            <Link
              key={year}
              to={`/targets${query === "" ? "?" : `${query}&`}year=${year}`}
              className="mx-1 text-brand-700 underline"
            >
              {year}
            </Link>
          ))}
        </p>
      )}
    </EmptyState>
  );
}
