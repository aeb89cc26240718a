import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewFlaggedShare } from "~/data/posts/flagged-share-view.server";
import { listQuotas } from "~/data/posts/quota-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { FlaggedShareTiles } from "./flagged-share-tiles";
import { quotaColumns } from "./quota-columns";

export const handle: PageHandle = {
  title: "岗位指标",
  crumb: () => ({ label: "岗位指标", to: "/posts/quotas" }),
};

const STATES = [
  { value: "flagged", label: "使用中，挂牌督战和受疫情影响较大的县" },
  { value: "later", label: "未开始" },
  { value: "all", label: "全部（含未开始、已关闭、已到期）" },
];

const STATE_WORDS = ["open", "flagged", "later", "all"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "post.read", today);
  if (!mayAnywhere(actor, "post.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const filter = {
    county: search.get("county") ?? "",
    text: (search.get("text") ?? "").trim().slice(0, 30),
    state: STATE_WORDS.find((one) => one === search.get("state")) ?? "open",
  };
  const counties = countyChoices(actor, "post.read", today);
  const asked = parseWrittenDate(search.get("on") ?? "");
  const on = asked ?? today;
  return {
    ...{ filter, size, counties, on, asked },
    page: await listQuotas(actor, filter, { cursor, size }, on),
    share: counties.length > 1 ? await viewFlaggedShare(actor, on) : null,
    mayWrite: mayAnywhere(actor, "post.write", today),
  };
}

export default function Quotas() {
  const loaded = useLoaderData<typeof loader>();
  const { filter, size, counties, on, asked, page, share, mayWrite } = loaded;
  return (
    <>
      <PageHeader
        title="岗位指标"
        note={`临时性公共服务岗位，按文件下达到县、乡镇或村；按 ${on} 的情况统计`}
        actions={
          <>
            <ButtonLink to="/posts/notices">公示</ButtonLink>
            {mayWrite && <ButtonLink to="/posts/appointments/new">登记拟聘人员</ButtonLink>}
            {mayWrite && (
              <ButtonLink to="/posts/quotas/new" variant="primary" icon="plus">
                登记指标
              </ButtonLink>
            )}
          </>
        }
      />
      {share !== null && <FlaggedShareTiles share={share} on={asked} />}
      <FilterBar label="筛选指标">
        <TextField name="text" label="岗位、乡镇或文号" type="search" defaultValue={filter.text} />
        {counties.length > 1 && (
          <RegionPicker
            name="county"
            label="县（市、区）"
            regions={counties}
            emptyLabel="全部"
            defaultValue={filter.county}
          />
        )}
        <SelectField
          name="state"
          label="状态"
          options={STATES}
          emptyLabel="使用中"
          defaultValue={filter.state === "open" ? "" : filter.state}
        />
        <DateField name="on" label="统计日（不填为今天）" defaultValue={asked ?? ""} />
      </FilterBar>
      <DataTable
        caption="岗位指标"
        columns={quotaColumns(asked === null)}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/posts/quotas/${row.id}`}
        empty={
          <EmptyState title="没有符合条件的岗位指标" icon="people">
            县级经办人按下达的文件登记指标，然后在指标下登记拟聘人员。
          </EmptyState>
        }
      />
      <Pager position={{ by: "key", before: page.before, after: page.after }} size={size} />
    </>
  );
}
