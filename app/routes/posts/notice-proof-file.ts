import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { fileDownload } from "~/platform/http/download.server";
import { evidenceResponse } from "~/platform/http/evidence-response.server";
import { notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { noticeProofBytes, openNoticeProof } from "~/usecases/posts/notice-proof.server";

/** A picture is shown; a PDF is kept, as nothing that could run is shown inside the product. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const opened = await openNoticeProof(actor, params["noticeId"] ?? "", now());
  if (opened === null) throw notFound();
  const { fileId, fileName, mediaType } = opened;
  if (mediaType === "application/pdf") return fileDownload(fileName, noticeProofBytes(opened));
  return evidenceResponse(fileId, mediaType);
}
