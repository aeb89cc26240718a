import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewEvidence } from "~/data/placements/evidence-view.server";
import { viewPlacementHead } from "~/data/placements/placement-head-view.server";
import { viewRetention } from "~/data/placements/retention-view.server";
import { monthsAround } from "~/domain/placements/retention-proof";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerUpload, answerVoid, isUpload } from "./evidence-answers.server";
import { EvidenceForm } from "./evidence-form";
import { EvidenceTable } from "./evidence-table";
import { PlacementFrame } from "./placement-frame";
import { RetentionMonths } from "./retention-months";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `${head.name}的就业佐证`,
  crumb: ({ head }) => ({ label: `${head.name}的就业佐证` }),
};

const DONE = new Map([
  ["upload", "佐证已上传。"],
  ["void", "已作废，原文件留在历史中。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewPlacementHead(actor, params["placementId"], today);
  if (head === null) throw notFound();
  const done = new URL(request.url).searchParams.get("done") ?? "";
  const person = { id: head.personId, countyCode: head.countyCode };
  const retention = head.isRemoved ? null : await viewRetention(actor, person, today);
  const months = retention === null ? [] : monthsAround(retention.spells, head.startedOn);
  return { head, done, months, page: await viewEvidence(actor, head, today) };
}

/** A file is put with the line; a form without one voids a piece. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewPlacementHead(actor, params["placementId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!isUpload(request)) return answerVoid(actor, head.id, await request.formData());
  if (!head.mayWrite) throw forbidden();
  const to = `/placements/${head.id}/evidence?done=upload`;
  return answerUpload(actor, request, { placementIds: [head.id], to });
}

export default function PlacementEvidencePage() {
  const { head, page, months, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  return (
    <PlacementFrame head={head} current="evidence">
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <div className="space-y-4">
        {months.length > 0 && (
          <Card
            title="各月佐证"
            note="与概况页的“稳定就业”相同：按本人该段就业逐月计算，到满 6 个月为止"
          >
            <RetentionMonths months={months} />
          </Card>
        )}
        <EvidenceTable page={page} />
        {head.mayWrite && (
          <Card title="上传" className="max-w-4xl">
            <EvidenceForm feedback={answer} asksAboutContract={page.saysUnsigned} />
          </Card>
        )}
      </div>
    </PlacementFrame>
  );
}
