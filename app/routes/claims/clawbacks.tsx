import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listClawbacks, type ClawbackRow } from "~/data/claims/clawback-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { CLAWBACK_STATE_LABELS, type ClawbackState } from "~/domain/claims/clawback";
import { yuanGrouped, yuanText } from "~/domain/shared/fen";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { SelectField } from "~/ui/forms/select-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClawbackBadge } from "./clawback-badge";

export const handle: PageHandle = {
  title: "补贴追回",
  crumb: () => ({ label: "补贴追回", to: "/clawbacks" }),
};

const STATES = Object.keys(CLAWBACK_STATE_LABELS) as readonly ClawbackState[];

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "claim.read", today);
  if (!mayAnywhere(actor, "claim.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const asked = search.get("state");
  const batchId = search.getAll("batch").find((one) => isUuid(one)) ?? null;
  // Of one claim all are shown, whatever became of them.
  const none = batchId === null ? null : ("all" as const);
  const state = asked === "all" ? ("all" as const) : (STATES.find((one) => one === asked) ?? none);
  const filter = { county: search.get("county") ?? "", state, batchId };
  return {
    ...{ size, batchId, state },
    list: await listClawbacks(actor, filter, { cursor, size }, today),
    counties: countyChoices(actor, "claim.read", today),
  };
}

const COLUMNS: readonly Column<ClawbackRow>[] = [
  { key: "person", header: "姓名", isRowHeader: true, cell: (row) => row.person },
  { key: "state", header: "状态", cell: (row) => <ClawbackBadge state={row.state} /> },
  {
    key: "amount",
    header: "金额（元）",
    align: "right",
    cell: (row) => yuanGrouped(row.amountFen),
  },
  {
    key: "reason",
    header: "原因",
    className: "min-w-[14rem] whitespace-normal",
    cell: (row) => row.reason,
  },
  { key: "claim", header: "申领", cell: (row) => row.claim },
  { key: "county", header: "县（市、区）", cell: (row) => row.countyName },
  {
    key: "proposed",
    header: "提出",
    cell: (row) => `${row.proposedByName} ${chinaMinute(row.proposedAt)}`,
  },
];

export default function Clawbacks() {
  const { list, size, counties, batchId, state } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="补贴追回"
        note="批准后发现不符合的：没有发放的停发，已发放的追回；由提出人以外的人确认"
      />
      <FilterBar label="筛选补贴追回">
        {batchId !== null && <input type="hidden" name="batch" value={batchId} />}
        <SelectField
          name="state"
          label="状态"
          defaultValue={state ?? ""}
          emptyLabel={batchId === null ? "待处理" : "全部"}
          options={[
            ...(batchId === null ? [{ value: "all", label: "全部" }] : []),
            ...STATES.map((one) => ({ value: one, label: CLAWBACK_STATE_LABELS[one] })),
          ]}
        />
        {counties.length > 1 && batchId === null && (
          <SelectField
            name="county"
            label="县（市、区）"
            emptyLabel="全部"
            options={counties.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </FilterBar>
      <DataTable
        caption="补贴追回"
        columns={COLUMNS}
        rows={list.rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/clawbacks/${id}`}
        rowTone={(row) => (row.state === "proposed" ? "warning" : "plain")}
        empty={
          <EmptyState title="没有这样的追回" icon="success">
            重新核查发现已批准的明细不再符合时，系统自动提出；经办人、复核人也可以在明细里提出。
          </EmptyState>
        }
      />
      <p className="mt-2 text-right tabular-nums">
        {`合计 ${list.total} 笔，${yuanText(list.totalFen)}`}
      </p>
      <Pager
        position={{ by: "key", before: list.before, after: list.after }}
        {...{ size, total: list.total }}
        unit="笔"
      />
    </>
  );
}
