import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { fileDownload } from "~/platform/http/download.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { fundFileBytes, openFundFile } from "~/usecases/funds/open-fund-file.server";
import { requireActor } from "~/usecases/access/require-actor.server";

/** A voucher is fetched, never shown inside the product. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const asked = { potId: params["potId"] ?? "", fileId: params["fileId"] ?? "" };
  const outcome = await openFundFile(actor, asked, now());
  if (outcome.ok) return fileDownload(outcome.value.fileName, fundFileBytes(outcome.value));
  throw outcome.refusal.kind === "forbidden" ? forbidden() : notFound();
}
