import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listClaims } from "~/data/claims/claim-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { CLAIM_STATE_LABELS, toClaimKind, type ClaimState } from "~/domain/claims/claim";
import { yearChoices, writtenYear } from "~/domain/claims/claim-years";
import { yuanText } from "~/domain/shared/fen";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { CLAIM_COLUMNS } from "./claim-columns";
import { ClaimFilters } from "./claim-filters";

export const handle: PageHandle = {
  title: "补贴申领",
  crumb: () => ({ label: "补贴申领", to: "/claims" }),
};

const STATES = Object.keys(CLAIM_STATE_LABELS) as readonly ClaimState[];

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "claim.read", today);
  if (!mayAnywhere(actor, "claim.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const state = search.get("state");
  const potId = search.get("pot") ?? undefined;
  const filter = {
    county: search.get("county") ?? "",
    kind: toClaimKind(search.get("kind") ?? ""),
    year: writtenYear(search.get("year")),
    potId: isUuid(potId) ? potId : null,
    state: state === "removed" ? state : (STATES.find((one) => one === state) ?? "standing"),
  } as const;
  return {
    ...{ size, years: yearChoices(today) },
    list: await listClaims(actor, filter, { cursor, size }, today),
    counties: countyChoices(actor, "claim.read", today),
    mayWrite: mayAnywhere(actor, "claim.write", today),
  };
}

export default function Claims() {
  const { list, size, years, counties, mayWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="补贴申领"
        note="从已经核实的花名册、就业台账和岗位工资表编制，核查后报送、复核、审批、发放"
        actions={
          mayWrite && (
            <ButtonLink to="/claims/new" variant="primary" icon="plus">
              编制申领
            </ButtonLink>
          )
        }
      />
      <ClaimFilters counties={counties} years={years} />
      <DataTable
        caption="补贴申领"
        columns={CLAIM_COLUMNS}
        rows={list.rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/claims/${id}`}
        rowTone={({ check }) => ((check?.blockedLines ?? 0) > 0 ? "warning" : "plain")}
        empty={
          <EmptyState title="没有符合条件的申领" icon="funds">
            县级经办人按补贴种类从已核实的台账编制；换一个种类、状态或年度再查。
          </EmptyState>
        }
      />
      <p className="mt-2 text-right tabular-nums">
        {`合计 ${list.lines} 条明细，${yuanText(list.totalFen)}`}
      </p>
      <Pager
        position={{ by: "key", before: list.before, after: list.after }}
        {...{ size, total: list.total }}
        unit="批"
      />
    </>
  );
}
