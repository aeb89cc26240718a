import type { LoaderFunctionArgs } from "@remix-run/node";
import { workbookDownload } from "~/platform/http/download.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { allocationTemplate } from "~/usecases/funds/allocation-file.server";

/** The empty table as a download; nothing in it is anybody's data. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request);
  const { fileName, bytes } = allocationTemplate();
  return workbookDownload(fileName, bytes);
}
