import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { pictureResponse } from "~/platform/http/picture-response.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openProofPicture } from "~/usecases/evidence/open-proof-picture.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const outcome = await openProofPicture(actor, params["acknowledgementId"] ?? "", now());
  if (outcome.ok) return pictureResponse(outcome.value);
  switch (outcome.refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "withdrawn":
      return new Response(
        "这张手印近照已作废，或本人已撤回同意：只留采集过的记录，图像不再提供。",
        {
          status: 410,
          headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
        },
      );
  }
}
