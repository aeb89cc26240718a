import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listReconciliationSteps } from "~/data/targets/reconciliation-history-view.server";
import { listReconciliationLines } from "~/data/targets/reconciliation-lines-view.server";
import { viewReconciliation } from "~/data/targets/reconciliation-view.server";
import { LINE_GROUPS, toLineGroup } from "~/domain/targets/reconciliation-groups";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { StateBadge } from "~/ui/display/badge";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerReconciliationForm } from "./answers.server";
import { STATE_BADGES } from "./badges";
import { Figures } from "./figures";
import { History } from "./history";
import { DriftNotice, PastNotice, TurnNotice } from "./notices";
import { HeaderActions } from "./header-actions";
import { People } from "./people";
import { Signatures } from "./signatures";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ one }) => one.label,
  crumb: ({ one }) => ({ label: one.label }),
};

const DONE = new Map([
  ["open", "对账已发起，县方名单已从台账取数。请区方填报人数或导入名单。"],
  ["draw", "已重新取数。"],
  ["same", "台账没有变化，名单和签字保持不变。"],
  ["figure", "区方人数已填报。"],
  ["list", "区方名单已导入，并与县方名单逐人比对。"],
  ["explain", "说明已保存。"],
  ["sign", "签字已登记，等待对方签字。"],
  ["locked", "双方均已签字，本月锁定。"],
  ["withdraw", "签字已撤回。"],
  ["reopen", "已重新打开，进入新一轮对账；上一轮的名单和说明仍可查阅。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const id = params["reconciliationId"] ?? "";
  const { search, cursor, size } = readListAddress(request);
  const one = await viewReconciliation(actor, id, today, Number(search.get("round")));
  if (one === null) throw notFound();
  const group = toLineGroup(search.get("group"), one.districtFigureKind);
  const filter = { round: one.round, cursor, size, sides: LINE_GROUPS[group].sides };
  const lines = await listReconciliationLines(actor, id, filter, today);
  const steps = await listReconciliationSteps(actor, id, today);
  if (lines === null || steps === null) throw notFound();
  return { one, lines, steps, group, size, done: search.get("done") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const id = params["reconciliationId"];
  if (!isUuid(id)) throw notFound();
  return answerReconciliationForm(actor, id, await request.formData());
}

export default function ReconciliationPage() {
  const { one, lines, steps, group, size, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  return (
    <>
      <PageHeader
        title={one.label}
        badge={<StateBadge {...STATE_BADGES[one.state]} />}
        note={one.rounds > 1 ? `第 ${one.round} 轮，共 ${one.rounds} 轮` : undefined}
        actions={<HeaderActions one={one} />}
      />
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <PastNotice one={one} />
      <TurnNotice one={one} />
      <DriftNotice one={one} />
      <Figures one={one} feedback={answer} />
      <People one={one} lines={lines} shown={{ group, size }} feedback={answer} />
      <Signatures one={one} feedback={answer} />
      <History one={one} steps={steps} />
    </>
  );
}
