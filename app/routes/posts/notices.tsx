import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listNotices, listWaiting } from "~/data/posts/notice-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { countiesFor, mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { NOTICE_STATE_LABELS, type NoticeState } from "~/domain/posts/notice";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { NOTICE_COLUMNS } from "./notice-columns";

export const handle: PageHandle = {
  title: "岗位公示",
  crumb: () => ({ label: "岗位公示", to: "/posts/notices" }),
};

const STATES = Object.entries(NOTICE_STATE_LABELS).map(([value, label]) => ({ value, label }));

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "post.read", today);
  if (!mayAnywhere(actor, "post.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const asked = search.get("state") ?? "";
  const state: NoticeState | "" = asked in NOTICE_STATE_LABELS ? (asked as NoticeState) : "";
  const filter = { county: search.get("county") ?? "", state };
  const writing = countiesFor(actor, "post.write", today);
  return {
    ...{ filter, size, mayWrite: writing.length > 0 },
    page: await listNotices(actor, filter, { cursor, size }, today),
    waiting: writing.length > 0 ? (await listWaiting(actor, writing)).length : 0,
    counties: countyChoices(actor, "post.read", today),
  };
}

export default function Notices() {
  const { filter, size, mayWrite, page, waiting, counties } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="岗位公示"
        note="拟聘人员公示结束、异议处理完，由审核人确认聘用。"
        actions={
          <>
            <ButtonLink to="/posts/quotas">岗位指标</ButtonLink>
            {mayWrite && (
              <ButtonLink to="/posts/notices/new" variant="primary" icon="plus">
                发布公示
              </ButtonLink>
            )}
          </>
        }
      />
      {waiting > 0 && <Notice kind="info">{`有 ${waiting} 名拟聘人员还没有公示。`}</Notice>}
      <FilterBar label="筛选公示">
        <SelectField
          name="state"
          label="状态"
          options={STATES}
          emptyLabel="全部"
          defaultValue={filter.state}
        />
        {counties.length > 1 && (
          <RegionPicker
            name="county"
            label="县（市、区）"
            regions={counties}
            emptyLabel="全部"
            defaultValue={filter.county}
          />
        )}
      </FilterBar>
      <DataTable
        caption="岗位公示"
        columns={NOTICE_COLUMNS}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/posts/notices/${row.id}`}
        empty={
          <EmptyState title="没有符合条件的公示" icon="people">
            县级经办人登记拟聘人员后，在这里发布公示。
          </EmptyState>
        }
      />
      <Pager position={{ by: "key", before: page.before, after: page.after }} size={size} />
    </>
  );
}
