import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  latestReconciledYear,
  viewReconciliationMatrix,
} from "~/data/targets/reconciliation-matrix-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { MEASURE_LABELS } from "~/domain/targets/measure";
import { RECONCILED_MEASURES, toReconciledMeasure } from "~/domain/targets/reconciliation-words";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { SelectField } from "~/ui/forms/select-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { matrixColumns } from "./matrix-columns";

export const handle: PageHandle = {
  title: "两地对账",
  crumb: () => ({ label: "两地对账", to: "/reconciliations" }),
};

const FIRST_YEAR = 2018;
const FIRST_MEASURE = "SHANGHAI_PLACED";

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "reconciliation.read", today);
  if (!mayAnywhere(actor, "reconciliation.read", today)) throw forbidden();
  const search = new URL(request.url).searchParams;
  const thisYear = Number(today.slice(0, 4));
  const typed = Number(search.get("year"));
  const isYear = Number.isInteger(typed) && typed >= FIRST_YEAR && typed <= thisYear;
  const measure = toReconciledMeasure(search.get("measure")) ?? FIRST_MEASURE;
  const latest = isYear ? null : await latestReconciledYear(actor, { measure, today });
  const year = isYear ? typed : (latest ?? thisYear);
  return {
    ...{ asked: isYear ? String(year) : "" },
    ...{ year, measure, rows: await viewReconciliationMatrix(actor, { year, measure, today }) },
    years: Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, back) => String(thisYear - back)),
    mayOpen: mayAnywhere(actor, "reconciliation.prepare", today),
  };
}

// What an address without a choice shows is the empty choice of its field.
const MEASURE_OPTIONS = RECONCILED_MEASURES.filter((one) => one !== FIRST_MEASURE).map((value) => ({
  value,
  label: MEASURE_LABELS[value],
}));

export default function Reconciliations() {
  const { year, asked, measure, rows, years, mayOpen } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="两地对账"
        note="县方、区方逐月核对人数，差异说明后双方签字，当月锁定。格内为“县方 / 区方”人数。"
        actions={
          mayOpen && (
            <ButtonLink to="/reconciliations/new" variant="primary" icon="plus">
              发起对账
            </ButtonLink>
          )
        }
      />
      <FilterBar label="筛选对账">
        <SelectField
          name="year"
          label="年度"
          options={years.map((value) => ({ value, label: `${value} 年` }))}
          emptyLabel={asked === "" ? `${year} 年（最近有对账）` : "最近有对账的年度"}
          defaultValue={asked}
        />
        <SelectField
          name="measure"
          label="指标"
          options={MEASURE_OPTIONS}
          emptyLabel={MEASURE_LABELS[FIRST_MEASURE]}
          defaultValue={measure === FIRST_MEASURE ? "" : measure}
        />
      </FilterBar>
      <DataTable
        caption={`${year} 年${MEASURE_LABELS[measure]}对账`}
        columns={matrixColumns(year, measure)}
        rows={rows}
        rowKey={(row) => `${row.countyCode}-${row.districtCode}`}
        empty={
          <EmptyState title="这一年没有结对的县（市、区）" icon="region">
            结对关系在“地区”中按日期登记，登记后由县经办人逐月发起对账，区方填报，双方签字。
          </EmptyState>
        }
      />
    </>
  );
}
