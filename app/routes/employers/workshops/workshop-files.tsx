import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listWorkFiles } from "~/data/employers/work-files-view.server";
import { viewWorkshop } from "~/data/employers/workshop-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerWorkFiles } from "../work-files/files-answers.server";
import { FilesPart } from "../work-files/files-part";
import { WorkshopFrame } from "./workshop-frame";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ workshop }) => `${workshop.name}认定材料`,
  crumb: ({ workshop }) => ({ label: `${workshop.name}认定材料` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const workshop = await viewWorkshop(actor, params["workshopId"], today);
  const files = workshop && (await listWorkFiles(actor, "workshop", workshop.id, today));
  if (workshop === null || files === null) throw notFound();
  return { workshop, files, done: new URL(request.url).searchParams.get("done") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const workshop = await viewWorkshop(actor, params["workshopId"], dayInChina(now()));
  if (workshop === null) throw notFound();
  const { id, countyCode } = workshop;
  const subject = { kind: "workshop", id, countyCode } as const;
  return answerWorkFiles(actor, subject, request, `/workshops/${id}/files`);
}

export default function WorkshopFiles() {
  const { workshop, files, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <WorkshopFrame workshop={workshop} current="files">
      <FilesPart
        subject="workshop"
        files={files}
        done={done}
        answer={answer}
        purpose="有认定文件或证书，车间才显示为“已认定”；照片不能代替。"
      />
    </WorkshopFrame>
  );
}
