import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { viewCloseUp, type CloseUpPage } from "~/data/evidence/close-up-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { receiveUpload } from "~/platform/http/receive-upload.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FileField } from "~/ui/forms/file-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { takeCloseUp, type CloseUpRefusal } from "~/usecases/evidence/take-close-up.server";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ line }) => `${line.name}的手印近照`,
  crumb: ({ line }) => ({ label: `${line.name}的手印近照` }),
};

const MOST_BYTES = 20 * 1024 * 1024;

async function findLine(request: Request, params: LoaderFunctionArgs["params"]) {
  const actor = await requireActor(request);
  const { rosterId = "", lineId = "" } = params;
  const line = await viewCloseUp(actor, rosterId, lineId, dayInChina(now()));
  if (line === null) throw notFound();
  if (!line.mayRecord) throw forbidden();
  return { actor, line, rosterId, lineId };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { line } = await findLine(request, params);
  return { line, reason: whyNot(line) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, line, rosterId, lineId } = await findLine(request, params);
  const refuse = (photo: string) => data({ errors: { photo } }, { status: 422 });
  // Nothing is taken in that may not be kept.
  const reason = whyNot(line);
  if (reason !== null) return refuse(reason);
  const isForm = (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
  const upload = isForm ? await receiveUpload(request, MOST_BYTES) : { fields: {}, file: null };
  if (upload === null) return refuse("照片超过 20 MB，请缩小后再上传");
  if (upload.file === null) return refuse("请选择手印照片");
  const outcome = await takeCloseUp(actor, { rosterId, lineId, photo: upload.file }, now());
  return outcome.ok ? redirect(`/rosters/${rosterId}/signing`) : refuse(messageOf(outcome.refusal));
}

/** Why nothing may be taken now; null when it may. */
function whyNot(line: CloseUpPage): string | null {
  if (line.isSealed) return messageOf({ kind: "sealed" });
  if (!line.isSwitchedOn) return messageOf({ kind: "notSwitchedOn" });
  return line.consentGivenAt === null ? messageOf({ kind: "noConsent" }) : null;
}

function messageOf(refusal: CloseUpRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
      return "花名册已封存，不能再采集。";
    case "notSwitchedOn":
      return "本县（市、区）没有开通手印近照：须先在标准参数中录入“允许采集手印近照”和依据。手印按在纸质花名册上即可。";
    case "noConsent":
      return "学员没有单独同意采集手印近照（或已经撤回），不能采集。手印按在纸质花名册上即可。";
    case "noPicture":
      return "上传的不是 JPG 或 PNG 照片，请重新拍照上传";
  }
}

export default function CloseUp() {
  const { line, reason } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={`${line.name}的手印近照`} note={`花名册第 ${line.lineNo} 号`} />
      <ErrorSummary errors={reason === null ? answer?.errors : undefined} />
      <Card className="max-w-2xl">
        {reason === null ? (
          <Form method="post" encType="multipart/form-data" className="space-y-4">
            <p>
              只作为本人按过手印的证明：不比对、不提取特征、不建指纹库。照片去掉拍摄信息后加密保存，每次打开都留痕；本人撤回同意后不能再打开。
            </p>
            <FileField
              name="photo"
              label="手印照片"
              required
              accept={[".jpg", ".jpeg", ".png"]}
              hint="对准纸上的手印拍近照，JPG 或 PNG，不超过 20 MB"
              error={answer?.errors.photo}
            />
            <SubmitButton pendingLabel="正在上传…">保存手印近照</SubmitButton>
          </Form>
        ) : (
          <Notice
            kind="warning"
            title="现在不能采集"
            actions={<ButtonLink to={`/rosters/${line.rosterId}/signing`}>返回签字手印</ButtonLink>}
          >
            {reason}
          </Notice>
        )}
        <p className="mt-3">
          <Link to={`/people/${line.personId}/consents`} className="text-brand-600 hover:underline">
            查看本人的知情同意
          </Link>
        </p>
      </Card>
    </>
  );
}
