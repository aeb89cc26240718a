import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { viewClaimLines } from "~/data/claims/claim-lines-view.server";
import { yuanText } from "~/domain/shared/fen";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { claimActor } from "./claim-actor.server";
import { ClaimActions } from "./claim-actions";
import { ClaimFrame } from "./claim-frame";
import { claimLineColumns } from "./claim-line-columns";
import { ClaimNotices } from "./claim-notices";
import { ClaimSteps } from "./claim-steps";
import { readLineFilter } from "./line-address";
import { LineFilters } from "./line-filters";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => head.label,
  crumb: ({ head }) => ({ label: head.label, to: `/claims/${head.id}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await claimActor(request, "claim.read");
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  const { search, cursor, size } = readListAddress(request);
  const filter = readLineFilter(search, head);
  return {
    ...{ head, filter, size, done: search.get("done") ?? "" },
    lines: await viewClaimLines(actor, head, filter, { cursor, size }),
  };
}

export default function ClaimPage() {
  const { head, filter, size, done, lines } = useLoaderData<typeof loader>();
  const { id, state, readsWhole } = head;
  const isPaying = state === "approved" || state === "paid";
  const isRemovedGroup = filter.group === "removed";
  return (
    <ClaimFrame head={head} current="lines" actions={<ClaimActions head={head} />}>
      <ClaimNotices head={head} done={done} />
      <LineFilters {...{ head, lines, ...filter }} />
      {lines.counts.removed > 0 && filter.group === "all" && (
        <Notice kind="info">{`另有 ${lines.counts.removed} 条已移出，不计入合计。`}</Notice>
      )}
      <DataTable
        caption={`${head.label}明细`}
        columns={claimLineColumns({ readsWhole, isPaying, isRemovedGroup })}
        rows={lines.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/claims/${id}/lines/${row.id}`}
        rowTone={({ standing }) => (standing === "blocked" ? "danger" : "plain")}
        empty={
          <EmptyState title="没有这样的明细" icon="people">
            换一个分组再看；台账有新核实的人员，由经办人重新取数。
          </EmptyState>
        }
      />
      <p className="mt-2 text-right tabular-nums">
        {`${lines.matching} 条，${yuanText(lines.matchingFen)}；全批 ${head.lineCount} 条，${yuanText(head.totalFen)}`}
      </p>
      <Pager
        position={{ by: "key", before: lines.before, after: lines.after }}
        {...{ size, total: lines.matching }}
      />
      <ClaimSteps head={head} />
    </ClaimFrame>
  );
}
