import type { LoaderFunctionArgs } from "@remix-run/node";
import { workbookDownload } from "~/platform/http/download.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { rosterTemplate } from "~/usecases/rosters/roster-template.server";

/** The empty roster as a download; nothing in it is anybody's data. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request);
  const { fileName, bytes } = rosterTemplate("post");
  return workbookDownload(fileName, bytes);
}
