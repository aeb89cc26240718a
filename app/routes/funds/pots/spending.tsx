import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSpending } from "~/data/funds/pot-spending-view.server";
import { yuanText } from "~/domain/shared/fen";
import { readListAddress } from "~/platform/http/list-address.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { FilterBar } from "~/ui/forms/filter-bar";
import { SelectField } from "~/ui/forms/select-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { PotFrame } from "./pot-frame";
import { potVisitor } from "./pot-visitor.server";
import { readSpendingState, SPENDING_COLUMNS, SPENDING_STATE_LABELS } from "./spending-columns";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.name}：支出`,
  crumb: ({ head }) => ({ label: `${head.name}：支出`, to: `/funds/${head.id}/spending` }),
};

const DONE = new Map([
  ["spend", "支出已登记，审核前不计入支出数；请登记人以外的审核人员核对凭证。"],
  ["review", "支出已审核，计入支出数。"],
  ["void", "支出已作废，占用的资金已退回。"],
]);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, head, today } = await potVisitor(args);
  const { search, cursor, size } = readListAddress(args.request);
  const state = readSpendingState(search.get("state"));
  const page = await listSpending(actor, { potId: head.id, state }, { cursor, size }, today);
  return { head, state, size, page, done: search.get("done") ?? "" };
}

export default function Spending() {
  const { head, state, size, page, done } = useLoaderData<typeof loader>();
  const said = DONE.get(done);
  return (
    <PotFrame
      head={head}
      current="/spending"
      actions={
        head.mayWrite &&
        maySpend(head) && (
          <ButtonLink to={`/funds/${head.id}/spending/new`} variant="primary" icon="plus">
            登记支出
          </ButtonLink>
        )
      }
    >
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <FilterBar label="筛选支出">
        <SelectField
          name="state"
          label="状态"
          options={Object.entries(SPENDING_STATE_LABELS)
            .filter(([value]) => value !== "all")
            .map(([value, label]) => ({ value, label }))}
          emptyLabel={SPENDING_STATE_LABELS.all}
          defaultValue={state === "all" ? "" : state}
        />
      </FilterBar>
      <p className="mb-2">
        {SPENDING_STATE_LABELS[state]}：{page.total} 笔，合计{" "}
        <strong className="tabular-nums">{yuanText(page.totalFen)}</strong>
      </p>
      <DataTable
        caption="支出"
        columns={SPENDING_COLUMNS}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/funds/${head.id}/entries/expenditure/${row.id}`}
        rowTone={(row) => (row.state === "pending" ? "warning" : "plain")}
        tall={false}
        empty={
          <p className="p-4 text-slate-600">
            没有这样的支出；补贴发放后自动列入，其他支出由财务凭凭证登记。
          </p>
        }
      />
      <Pager
        position={{ by: "key", before: page.before, after: page.after }}
        size={size}
        total={page.total}
        unit="笔"
      />
    </PotFrame>
  );
}

const maySpend = ({ takesEntries, isLocked, isYearOver }: Loaded["head"]) =>
  takesEntries && !isLocked && !isYearOver;
