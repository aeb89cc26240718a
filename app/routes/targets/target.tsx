import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewTarget } from "~/data/targets/target-view.server";
import { targetLabel } from "~/domain/targets/wording";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { DateField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { AreaBars } from "./area-bars";
import { AreaTable } from "./area-table";
import { asOfNote, askedDay } from "./as-of";
import { SumProblem } from "./sum-problem";
import { curveOf, TargetCurve } from "./target-curve";
import { TargetFacts } from "./target-facts";
import { TargetHistory } from "./target-history";
import { TargetNotices } from "./target-notices";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ label }) => label,
  crumb: ({ label, board }) => ({ label, to: `/targets/${board.target.id}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const day = askedDay(new URL(request.url).searchParams, today);
  const { asOf } = day;
  const page = await viewTarget(actor, params["targetId"] ?? "", { asOf, on: today });
  if (page === null) throw notFound();
  const { target, regionName, rows, whole, sum } = page.board;
  // Not the units by day: the curve is drawn here, and the page is sent the paths.
  const board = { target, regionName, rows, whole, sum };
  const label = targetLabel(target, regionName);
  const { history, revisedBy, mayRevise, verifiedLater } = page;
  const curve = curveOf(page, asOf);
  return { board, label, history, revisedBy, mayRevise, verifiedLater, day, today, curve };
}

export default function TargetDetail() {
  const loaded = useLoaderData<typeof loader>();
  const { board, label, today, revisedBy, curve } = loaded;
  const { asOf, typed, problem } = loaded.day;
  return (
    <>
      <PageHeader
        title={label}
        note={asOfNote(asOf, today)}
        actions={
          loaded.mayRevise && (
            <>
              <ButtonLink to={`/targets/${board.target.id}/revise`} icon="edit">
                按新文件修订
              </ButtonLink>
              <ButtonLink to={`/targets/${board.target.id}/void`}>作废</ButtonLink>
            </>
          )
        }
      />
      <TargetNotices target={board.target} revisedBy={revisedBy} />
      <SumProblem board={board} />
      <FilterBar label="选择截至日期">
        <DateField
          name="asOf"
          label="截至日期"
          hint="如 2020-06-20；空着为今天"
          defaultValue={typed}
          error={problem}
        />
      </FilterBar>
      {curve !== null && <TargetCurve curve={curve} target={board.target} />}
      <Card title="分县进度">
        <div className="mb-4">
          <AreaBars board={board} />
        </div>
        <AreaTable board={board} caption="分县进度" asOf={asOf} />
      </Card>
      <Card title="任务和口径">
        <TargetFacts
          target={board.target}
          regionName={board.regionName}
          verifiedLater={loaded.verifiedLater}
        />
      </Card>
      <TargetHistory rows={loaded.history} />
    </>
  );
}
