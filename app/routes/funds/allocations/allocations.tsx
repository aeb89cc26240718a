import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allocationRegions } from "~/data/funds/allocation-choices-view.server";
import { allocationYears, viewAllocationTree } from "~/data/funds/allocation-tree-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { SelectField } from "~/ui/forms/select-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { chosenArea, readPart } from "./area-part";
import { AllocationTree } from "./allocation-tree";
import { AreaRows, AreaTotals } from "./area-totals";

export const handle: PageHandle = {
  title: "资金下达",
  crumb: () => ({ label: "资金下达", to: "/allocations" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "allocation.read", today)) throw forbidden();
  const search = new URL(request.url).searchParams;
  const years = await allocationYears(actor);
  const asked = Number(search.get("year"));
  const year = years.includes(asked) ? asked : (years[0] ?? Number(today.slice(0, 4)));
  return {
    ...{ years, year, area: search.get("area") ?? "" },
    ...{ isWhole: search.has("whole"), part: readPart(search.get("part")) },
    tree: await viewAllocationTree(actor, year),
    mayWrite: allocationRegions(actor, today).length > 0,
  };
}

export default function Allocations() {
  const { years, year, area, isWhole, part, tree, mayWrite } = useLoaderData<typeof loader>();
  const chosen = chosenArea(tree.areas, area, isWhole);
  return (
    <>
      <PageHeader
        title="资金下达"
        note="从文件到州市、县和单位，再到项目；表外资金不在合计内，单独列出。"
        actions={
          <>
            <ButtonLink to="/documents">文件</ButtonLink>
            {mayWrite && (
              <ButtonLink to="/allocations/new" variant="primary" icon="plus">
                录入下达表
              </ButtonLink>
            )}
          </>
        }
      />
      {years.length > 1 && (
        <FilterBar label="选择年度">
          <SelectField
            name="year"
            label="年度"
            options={years.map((one) => ({ value: String(one), label: `${one} 年` }))}
            emptyLabel={null}
            defaultValue={String(year)}
          />
        </FilterBar>
      )}
      {tree.hasMore && (
        <Notice kind="warning">这一年的下达表太多，本页只列前 200 张，合计也只算到这里。</Notice>
      )}
      {tree.documents.length === 0 ? (
        <EmptyState title="还没有本地区的资金下达表" icon="funds">
          收到下达文件后，由协作办或财务人员先登记文件，再录入下达表。
        </EmptyState>
      ) : (
        <div className="space-y-4">
          {chosen !== undefined && (
            <AreaRows area={chosen} part={part} documents={tree.documents} />
          )}
          <AllocationTree documents={tree.documents} />
          <AreaTotals areas={tree.areas} year={year} />
        </div>
      )}
    </>
  );
}
