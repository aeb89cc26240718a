import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { countLedger } from "~/data/placements/ledger-count-view.server";
import type { LedgerRow } from "~/data/placements/ledger-row-view.server";
import { listPlacements } from "~/data/placements/placement-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { LEDGER_STATE_LABELS, LEDGER_STATES } from "~/domain/placements/ledger-filter";
import { readsWholeLine } from "~/domain/placements/reader";
import { countedText } from "~/domain/shared/counted";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import type { Selection } from "~/ui/tables/selection";
import { hrefWith } from "~/ui/tables/sort-address";
import { requireActor } from "~/usecases/access/require-actor.server";
import { readLedgerFilter } from "./ledger-address";
import { LedgerActions } from "./ledger-actions";
import { LEDGER_COLUMNS } from "./ledger-columns";
import { LedgerFilters } from "./ledger-filters";
import { PickActions } from "./pick-actions";

export const handle: PageHandle = {
  title: "转移就业台账",
  crumb: () => ({ label: "转移就业台账", to: "/placements" }),
};

const PICK = "pick-placements";
const SELECTION: Selection<LedgerRow> = {
  name: "id",
  formId: PICK,
  label: (row) => `选择 ${row.name}`,
};
const DONE = new Map([
  ["remove", "已移出台账，原登记和原因留在“已移出”中。"],
  ["evidence", "佐证已上传到所选人员。"],
  ["batch", "已关联，本批人员如下。"],
]);

/** What a reader who is not told it cannot search by either. */
const UNTOLD = { township: "", group: null, arrangement: null, check: null };

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "placement.read", today);
  if (!mayAnywhere(actor, "placement.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const readsWhole = actor.counties.some((code) => readsWholeLine(actor, code, today));
  const filter = readLedgerFilter(search, isUuid);
  const narrowed = readsWhole ? filter : { ...filter, ...UNTOLD };
  return {
    ...{ size, readsWhole, state: filter.state, done: search.get("done") ?? "" },
    page: await listPlacements(actor, narrowed, cursor, size, today),
    counts: await countLedger(actor, narrowed, today),
    counties: countyChoices(actor, "placement.read", today),
    mayWrite: mayAnywhere(actor, "placement.write", today),
    mayImport: mayAnywhere(actor, "placement.import", today),
    mayExport: mayAnywhere(actor, "placement.export", today),
  };
}

export default function Placements() {
  const loaded = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { page, size, state, mayWrite, counts } = loaded;
  const said = DONE.get(loaded.done);
  const maySelect = mayWrite && state !== "removed" && page.rows.length > 0;
  return (
    <>
      <PageHeader title="转移就业台账" actions={<LedgerActions {...loaded} />} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <Tabs
        label="在岗情况"
        tabs={LEDGER_STATES.map((one) => ({
          to: `/placements${hrefWith(search, { state: one, done: null })}`,
          label: LEDGER_STATE_LABELS[one],
          current: one === state,
          count: countedText(counts.states[one]),
        }))}
      />
      <LedgerFilters {...loaded} checks={counts.checks} />
      {maySelect && <PickActions formId={PICK} />}
      <DataTable
        caption="转移就业台账"
        columns={LEDGER_COLUMNS}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/placements/${row.id}`}
        {...(maySelect && { selection: SELECTION })}
        empty={
          <EmptyState title="没有符合条件的登记" icon="placement">
            由县级经办人逐人登记，或按模板导入台账；换一个标签或放宽条件再查。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "key", before: page.before, after: page.after }}
        size={size}
        total={countedText(counts.states[state])}
        unit="条"
      />
    </>
  );
}
