import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { evidenceResponse } from "~/platform/http/evidence-response.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { viewProof } from "~/usecases/evidence/view-proof.server";

/** The picture of one signature or print. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { rosterId = "", proofId = "" } = params;
  const outcome = await viewProof(actor, { rosterId, proofId }, now());
  if (outcome.ok) return evidenceResponse(outcome.value.fileId, outcome.value.mimeType);
  switch (outcome.refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "withdrawn":
      return new Response("本人已撤回同意：这张手印近照曾采集过，不再提供。", {
        status: 410,
        headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
      });
  }
}
