import { useLoaderData } from "@remix-run/react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { boardAreas, boardTotals, latestYear } from "~/data/posts/board-totals-view.server";
import { viewFlaggedShare } from "~/data/posts/flagged-share-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { readsWholePost } from "~/domain/posts/reader";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { boardHref, boardNote, readBoardFilter } from "./board-address";
import { BoardAreaTable } from "./board-area-table";
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
    ...{ filter: { ...filter, state: "all" as const }, by, readsWhole, today },
    totals: await boardTotals(actor, filter, today),
    areas: await boardAreas(actor, filter, by, today),
    // Of one county's posts there is nothing to compare.
    share: counties.length > 1 ? await viewFlaggedShare(actor, today) : null,
    counties,
  };
}

export default function BoardAreas() {
  const { filter, by, today, totals, areas, share, counties, readsWhole } =
    useLoaderData<typeof loader>();
  const tab = (to: "county" | "village", label: string) => ({
    ...{ to: `${boardHref(filter, "/posts/areas")}&by=${to}`, label, current: by === to },
  });
  return (
    <>
      <PageHeader
        title={`${filter.year} 年公共服务岗位：按县和村`}
        note={boardNote(filter, today)}
      />
      {share !== null && <FlaggedShareTiles share={share} />}
      <BoardTiles totals={totals} filter={filter} />
      {readsWhole && <Tabs label="分组" tabs={[tab("county", "按县"), tab("village", "按村")]} />}
      <BoardFilters filter={filter} counties={counties} readsWhole={readsWhole} />
      <BoardAreaTable filter={filter} by={by} areas={areas} />
    </>
  );
}
