import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { searchLines } from "~/data/rosters/line-search-view.server";
import { listRosters, ROSTER_ORDERS } from "~/data/rosters/roster-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { readSort } from "~/ui/tables/sort-address";
import { requireActor } from "~/usecases/access/require-actor.server";
import { find } from "./find.server";
import { readLineSearch, readPage, readRosterFilter } from "./list-address";
import { ListFilters } from "./list-filters";
import { FoundTable, RosterTable } from "./list-tables";
import { SearchBox } from "./search-box";

export const handle: PageHandle = {
  title: "花名册",
  crumb: () => ({ label: "花名册", to: "/rosters" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "roster.read", today);
  if (!mayAnywhere(actor, "roster.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const filter = readRosterFilter(search);
  const sort = readSort(search, ROSTER_ORDERS);
  const lineSearch = readLineSearch(search, isUuid);
  return {
    lines: lineSearch && (await searchLines(actor, lineSearch, filter, size, cursor)),
    list:
      lineSearch === null
        ? await listRosters(actor, filter, sort, { page: readPage(search), size })
        : null,
    searchedName: lineSearch?.by === "name" ? lineSearch.text : "",
    sort,
    size,
    counties: countyChoices(actor, "roster.read", today),
    mayImport: mayAnywhere(actor, "roster.import", today),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const typed = String((await request.formData()).get("find") ?? "");
  const answer = await find(actor, typed, { path: "/rosters", rosterId: null });
  return typeof answer === "string" ? data({ error: answer }, { status: 422 }) : answer;
}

export default function Rosters() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="花名册"
        actions={
          <>
            <ButtonLink to="/rosters/template" icon="export" reloadDocument>
              下载模板
            </ButtonLink>
            {loaded.mayImport && (
              <ButtonLink to="/rosters/import" variant="primary" icon="import">
                导入花名册
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="mb-3 rounded border border-slate-200 bg-white p-3 print:hidden">
        <SearchBox label="查找学员" text={loaded.searchedName} error={answer?.error} />
      </div>
      <ListFilters counties={loaded.counties} />
      {loaded.list && <RosterTable list={loaded.list} sort={loaded.sort} size={loaded.size} />}
      {loaded.lines && <FoundTable lines={loaded.lines} size={loaded.size} />}
    </>
  );
}
