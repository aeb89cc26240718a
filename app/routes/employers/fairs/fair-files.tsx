import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewFair } from "~/data/employers/fair-view.server";
import { listWorkFiles } from "~/data/employers/work-files-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerWorkFiles } from "../work-files/files-answers.server";
import { FilesPart } from "../work-files/files-part";
import { FairFrame } from "./fair-frame";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ fair }) => `${fair.name}佐证材料`,
  crumb: ({ fair }) => ({ label: `${fair.name}佐证材料` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const fair = await viewFair(actor, params["fairId"], today);
  const files = fair && (await listWorkFiles(actor, "jobFair", fair.id, today));
  if (fair === null || files === null) throw notFound();
  return { fair, files, done: new URL(request.url).searchParams.get("done") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const fair = await viewFair(actor, params["fairId"], dayInChina(now()));
  if (fair === null) throw notFound();
  const subject = { kind: "jobFair", id: fair.id, countyCode: fair.countyCode } as const;
  return answerWorkFiles(actor, subject, request, `/job-fairs/${fair.id}/files`);
}

export default function FairFiles() {
  const { fair, files, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <FairFrame fair={fair} current="files">
      <FilesPart
        subject="jobFair"
        files={files}
        done={done}
        answer={answer}
        purpose="至少有一份现场照片或公告，招聘会才计入目标。"
      />
    </FairFrame>
  );
}
