import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { viewPackToTry } from "~/data/rules/what-if-batches-view.server";
import { viewWhatIf } from "~/data/rules/what-if-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { PACK_MARK } from "~/domain/rules/pack";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { SelectField } from "~/ui/forms/select-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
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
  const { pack, isWaiting, batches } = toTry;
  const batchId = new URL(request.url).searchParams.get("batch") ?? "";
  const found =
    batchId === "" || !isWaiting
      ? null
      : await viewWhatIf(actor, { id: packId, file: pack }, batchId, today);
  if (batchId !== "" && isWaiting && found === null) throw notFound();
  return { packId, name: `${pack.name} ${pack.edition}`, isWaiting, batches, batchId, found };
}

export default function PackWhatIf() {
  const { packId, name, isWaiting, batches, batchId, found } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={`试算：${name}`}
        note={PACK_MARK}
        actions={<ButtonLink to={`/rule-packs/${packId}`}>返回规则包</ButtonLink>}
      />
      {!isWaiting && (
        <Notice kind="info" title="不用试算">
          规则包已经办理过。试算只看待签发的规则包执行后会改变什么。
        </Notice>
      )}
      {isWaiting && batches.length === 0 && (
        <EmptyState title="没有可以试算的批次">
          试算用最近一次核查留下的数据；本地区的补贴申领批次核查过以后，列在这里。
        </EmptyState>
      )}
      {isWaiting && batches.length > 0 && (
        <Card
          title="批次"
          note="用该批次最近一次核查的数据，比较今天执行的数值与加上这个规则包以后；不改变任何明细"
        >
          <Form method="get" className="flex flex-wrap items-end gap-3">
            <SelectField
              name="batch"
              label="补贴申领批次"
              options={batches}
              required
              defaultValue={batchId}
              className="w-full md:w-[36rem]"
            />
            <SubmitButton pendingLabel="正在试算…">试算</SubmitButton>
          </Form>
        </Card>
      )}
      {found !== null && <WhatIfTable found={found} />}
    </>
  );
}
