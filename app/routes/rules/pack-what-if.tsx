import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewPackToTry } from "~/data/rules/what-if-batches-view.server";
import { viewWhatIf } from "~/data/rules/what-if-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { PACK_MARK } from "~/domain/rules/pack";
import { PACK_STATE_LABELS, type PackState } from "~/domain/rules/pack-state";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { WhatIfBatches } from "./what-if-batches";
import { ALL, WhatIfForm } from "./what-if-form";
import { WhatIfTable } from "./what-if-table";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ name }) => `试算${name}`,
  crumb: () => ({ label: "试算" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const mayRead = (action: "parameter.read" | "claim.read") => mayAnywhere(actor, action, today);
  if (!mayRead("parameter.read") || !mayRead("claim.read")) throw forbidden();
  const packId = params["packId"] ?? "";
  const toTry = await viewPackToTry(actor, packId, today);
  if (toTry === null) throw notFound();
  const asked = new URL(request.url).searchParams;
  const batchId = asked.get("batch") ?? "";
  const againstId = asked.get("against") ?? "";
  const other = toTry.others.find(({ value }) => value === againstId) ?? null;
  if (againstId !== "" && other === null) throw notFound();
  const { pack, state, batches } = toTry;
  const against = other === null ? null : { id: other.value, file: other.file };
  const packs = { pack: { id: packId, file: pack }, against };
  const tried = mayBeTried(state, against !== null)
    ? batches.filter(({ value, isOpen }) => (batchId === ALL ? isOpen : value === batchId))
    : [];
  const found = [];
  for (const { value } of tried) {
    const one = await viewWhatIf(actor, packs, value, today);
    if (one !== null) found.push({ ...one, batchId: value });
  }
  if (batchId !== "" && batchId !== ALL && tried.length !== found.length) throw notFound();
  return {
    ...{ packId, name: `${pack.name} ${pack.edition}`, state, batchId, againstId, found },
    batches: batches.map(({ value, label }) => ({ value, label })),
    others: toTry.others.map(({ value, label }) => ({ value, label })),
    leftName: other === null ? "现行" : "对照",
  };
}

/** What is in force differs from today only beside another pack. */
const mayBeTried = (state: PackState, isCompared: boolean): boolean =>
  state === "imported" || (state === "signedOff" && isCompared);

export default function PackWhatIf() {
  const { packId, name, state, batches, others, batchId, againstId, found, leftName } =
    useLoaderData<typeof loader>();
  const [only] = found;
  const isOver = state === "refused" || state === "withdrawn";
  return (
    <>
      <PageHeader
        title={`试算：${name}`}
        note={PACK_MARK}
        actions={<ButtonLink to={`/rule-packs/${packId}`}>返回规则包</ButtonLink>}
      />
      {isOver && (
        <Notice kind="info" title="不能试算">
          规则包{PACK_STATE_LABELS[state]}。试算只看待签发和执行中的规则包。
        </Notice>
      )}
      {state === "signedOff" && againstId === "" && (
        <Notice kind="info" title="请选一个规则包作对照">
          这个规则包已经执行，与现行数值没有差别；选另一个规则包，可以看两个规则包的差别。
        </Notice>
      )}
      {!isOver && batches.length === 0 && (
        <EmptyState title="没有可以试算的批次">
          试算用最近一次核查留下的数据；本地区的补贴申领批次核查过以后，列在这里。
        </EmptyState>
      )}
      {!isOver && batches.length > 0 && <WhatIfForm {...{ batches, others, batchId, againstId }} />}
      {batchId === ALL && found.length > 0 && (
        <WhatIfBatches found={found} leftName={leftName} againstId={againstId} />
      )}
      {batchId === ALL && found.length === 0 && !isOver && (
        <EmptyState title="没有未批准的批次">已批准的批次不重新计价。</EmptyState>
      )}
      {batchId !== ALL && only !== undefined && <WhatIfTable found={only} leftName={leftName} />}
    </>
  );
}
