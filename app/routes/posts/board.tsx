import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { listBoard } from "~/data/posts/board-list-view.server";
import { boardTotals, latestYear } from "~/data/posts/board-totals-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { BOARD_STATES, boardStateName, isOfToday } from "~/domain/posts/board";
import { windowFrom, windowMonths } from "~/domain/posts/board-window";
import { readsWholePost } from "~/domain/posts/reader";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";
import type { PageHandle } from "~/ui/frame/page-handle";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { BoardActions } from "./board-actions";
import { boardHref, boardNote, readBoardFilter } from "./board-address";
import { BoardFilters } from "./board-filters";
import { BoardList } from "./board-list";
import { BoardTiles } from "./board-tiles";

export const handle: PageHandle = {
  title: "公共服务岗位",
  crumb: () => ({ label: "公共服务岗位", to: "/posts" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "post.read", today);
  if (!mayAnywhere(actor, "post.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const readsWhole = actor.counties.some((code) => readsWholePost(actor, code, today));
  const asked = readBoardFilter(search, await latestYear(actor, today), isUuid);
  const filter = readsWhole ? asked : { ...asked, township: "", village: "" };
  const may = (action: "post.write" | "post.import" | "post.export" | "wage.pay") =>
    mayAnywhere(actor, action, today);
  const [page, totals] = await Promise.all([
    listBoard(actor, filter, { cursor, size }, today),
    boardTotals(actor, filter, today),
  ]);
  const firstDays = page.rows.map(({ startsOn }) => startsOn);
  const from = windowFrom(filter, firstDays, today);
  return {
    ...{ filter, readsWhole, size, today, from, months: windowMonths(from) },
    ...{ page, totals },
    counties: countyChoices(actor, "post.read", today),
    may: {
      ...{ write: may("post.write"), import: may("post.import"), export: may("post.export") },
      makeForms: may("post.export") || may("wage.pay"),
    },
  };
}

export default function Board() {
  const { filter, page, totals, size, may, ...loaded } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader
        title={isOfToday(filter.state) ? "公共服务岗位" : `${filter.year} 年公共服务岗位`}
        note={boardNote(filter, loaded.today)}
        actions={<BoardActions may={may} query={search.toString()} />}
      />
      <BoardTiles totals={totals} filter={filter} />
      <Tabs
        label="岗位情况"
        tabs={BOARD_STATES.map((state) => ({
          to: boardHref({ ...filter, state }),
          label: boardStateName({ ...filter, state }),
          current: state === filter.state,
          count: totals[state],
        }))}
      />
      <BoardFilters filter={filter} {...loaded} />
      <BoardList
        rows={page.rows}
        {...loaded}
        empty={
          <EmptyState title="没有符合条件的岗位" icon="placement">
            由县级经办人按岗位指标登记拟聘人员，或按模板导入名册；换一个标签或放宽条件再查。
          </EmptyState>
        }
      />
      <Pager position={{ by: "key", ...page }} size={size} unit="人" />
    </>
  );
}
