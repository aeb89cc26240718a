import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewLineInk } from "~/data/evidence/line-ink-view.server";
import { viewSignedHead } from "~/data/rosters/signed-head-view.server";
import { CLOSED_TEXTS } from "~/domain/evidence/signed-roster";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { voidSignature } from "~/usecases/evidence/void-signature.server";
import { LineProofs } from "./line-proofs";
import { refuseForm } from "./scan-answers.server";
import { SIGNING_WORDS } from "./signing-words";
import { voidMessage } from "./void-answers.server";
import { VoidInkForm } from "./void-ink-form";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ line }) => `${line.name}的签字手印`,
  crumb: ({ line }) => ({ label: `${line.name}的签字手印` }),
  menuPath: ({ roster }) => SIGNING_WORDS[roster.kind].menuPath,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const roster = await viewSignedHead(actor, params["rosterId"], today);
  if (roster === null) throw notFound();
  if (!may(actor, "proof.read", roster.countyCode, today)) throw forbidden();
  const line = await viewLineInk(actor, roster, params["lineId"] ?? "", today);
  if (line === null) throw notFound();
  const search = new URL(request.url).searchParams;
  return {
    ...{
      roster: { id: roster.id, label: roster.label, kind: roster.kind },
      line,
      lineId: params["lineId"] ?? "",
    },
    isDone: search.get("done") === "void",
    // A picture is asked for on its own: each look goes into the trail.
    pictureOf: search.get("picture"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { rosterId = "", lineId = "" } = params;
  const form = await request.formData();
  const acknowledgementId = String(form.get("proofId") ?? "");
  const reason = String(form.get("reason") ?? "").slice(0, 200);
  const asked = { rosterId, lineId, acknowledgementId, reason };
  const outcome = await voidSignature(actor, asked, now());
  if (outcome.ok) return redirect(`/rosters/${rosterId}/lines/${lineId}/signature?done=void`);
  const field = outcome.refusal.kind === "reasonMissing" ? "reason" : "proofId";
  return refuseForm({ [field]: voidMessage(outcome.refusal) }, form);
}

export default function LineSignature() {
  const { roster, line, lineId, isDone, pictureOf } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = `/rosters/${roster.id}/signing`;
  const shared = { roster, lineId, pictureOf, mayCorrect: line.mayVoid };
  return (
    <>
      <PageHeader
        title={`${line.name}的签字手印`}
        note={`${roster.label} · 第 ${line.lineNo} 号 · ${line.idMasked}`}
        actions={<ButtonLink to={back}>{`返回${SIGNING_WORDS[roster.kind].name}`}</ButtonLink>}
      />
      {isDone && answer === undefined && (
        <Notice kind="success" live>
          {roster.kind === "WAGES"
            ? "已作废，不再算签收。请本人重新签收，或在纸质签收表上签字。"
            : "已作废，不再计入五要素。需要重新采集的，返回“签字手印”办理，或在纸质花名册上签字按手印。"}
        </Notice>
      )}
      <ErrorSummary errors={answer?.errors} heading="没有作废" />
      <Card title="有效的签字手印">
        {line.standing.length === 0 ? (
          <EmptyState title="还没有有效的签字手印">
            用平板、本人手机或纸质花名册采集后，在这里显示。
          </EmptyState>
        ) : (
          <LineProofs proofs={line.standing} {...shared} />
        )}
      </Card>
      {line.isSealed && (
        <Notice kind="info">
          {roster.kind === "WAGES"
            ? CLOSED_TEXTS.locked
            : "花名册已封存，签字手印不能再作废；确有差错的，办理封存后更正。"}
        </Notice>
      )}
      {line.mayVoid && <VoidInkForm proofs={line.standing} feedback={answer} />}
      {line.voided.length > 0 && (
        <Card title="作废的签字手印" note="只作记录，不再计入">
          <LineProofs proofs={line.voided} {...shared} />
        </Card>
      )}
    </>
  );
}
