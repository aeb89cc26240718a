import { Link, useLoaderData } from "@remix-run/react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  boardAreas,
  boardTotals,
  latestYear,
  type AreaTotals,
} from "~/data/posts/board-totals-view.server";
import { viewFlaggedShare } from "~/data/posts/flagged-share-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { UNWRITTEN, type BoardFilter, type BoardState } from "~/domain/posts/board";
import { readsWholePost } from "~/domain/posts/reader";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { boardHref, readBoardFilter } from "./board-address";
import { BoardFilters } from "./board-filters";
import { BoardTiles } from "./board-tiles";
import { FlaggedShareTiles } from "./flagged-share-tiles";

export const handle: PageHandle = {
  title: "公共服务岗位按县和村",
  crumb: () => ({ label: "按县和村" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "post.read", today);
  if (!mayAnywhere(actor, "post.read", today)) throw forbidden();
  const { search } = readListAddress(request);
  const readsWhole = actor.counties.some((code) => readsWholePost(actor, code, today));
  const asked = readBoardFilter(search, await latestYear(actor, today), isUuid);
  const filter = readsWhole ? asked : { ...asked, township: "", village: "" };
  const by: "county" | "village" =
    readsWhole && search.get("by") === "village" ? "village" : "county";
  const counties = countyChoices(actor, "post.read", today);
  return {
    ...{ filter: { ...filter, state: "all" as const }, by, readsWhole },
    totals: await boardTotals(actor, filter, today),
    areas: await boardAreas(actor, filter, by, today),
    // Of one county's posts there is nothing to compare.
    share: counties.length > 1 ? await viewFlaggedShare(actor, today) : null,
    counties,
  };
}

export default function BoardAreas() {
  const { filter, by, totals, areas, share, counties, readsWhole } = useLoaderData<typeof loader>();
  const tab = (to: "county" | "village", label: string) => ({
    ...{ to: `${boardHref(filter, "/posts/areas")}&by=${to}`, label, current: by === to },
  });
  return (
    <>
      <PageHeader title="公共服务岗位：按县和村" />
      {share !== null && <FlaggedShareTiles share={share} />}
      <BoardTiles totals={totals} filter={filter} />
      {readsWhole && <Tabs label="分组" tabs={[tab("county", "按县"), tab("village", "按村")]} />}
      <BoardFilters filter={filter} counties={counties} readsWhole={readsWhole} />
      <DataTable
        caption={by === "county" ? "各县岗位" : "各村岗位"}
        columns={columnsOf(filter, by)}
        rows={areas}
        rowKey={(row) => `${row.countyCode} ${row.township} ${row.village}`}
        empty={
          <EmptyState title="没有符合条件的岗位" icon="placement">
            换一个年度或放宽条件再查。
          </EmptyState>
        }
      />
    </>
  );
}

const FIGURES: readonly (readonly [BoardState, string])[] = [
  ["all", "本年度岗位（人）"],
  ["serving", "在岗"],
  ["in30", "30 天内到期"],
  ["in7", "7 天内到期"],
  ["ended", "已结束"],
  ["proposed", "拟聘"],
  ["unsigned", "有月份待签收"],
];

function columnsOf(filter: BoardFilter, by: "county" | "village"): readonly Column<AreaTotals>[] {
  const placeOf = ({ countyCode: county, township, village }: AreaTotals) =>
    by === "county"
      ? { county }
      : { county, township: township || UNWRITTEN, village: village || UNWRITTEN };
  const name = ({ countyName, township, village }: AreaTotals) =>
    by === "county" ? countyName : `${countyName} ${township} ${village || "（未填村）"}`;
  return [
    { key: "area", header: by === "county" ? "县（市、区）" : "村", isRowHeader: true, cell: name },
    ...FIGURES.map(([state, header]): Column<AreaTotals> => ({
      ...{ key: state, header, align: "right" },
      cell: (row) => (
        <Link
          to={boardHref({ ...filter, ...placeOf(row), state })}
          className="text-brand-600 hover:underline"
        >
          {row[state]}
        </Link>
      ),
    })),
  ];
}
