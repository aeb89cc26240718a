import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewNotice } from "~/data/posts/notice-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerNoticeProof } from "./notice-proof-answer.server";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ notice }) => `${notice.title}：公示照片`,
  crumb: () => ({ label: "上传公示照片" }),
};

const ENDINGS = [".jpg", ".jpeg", ".png", ".pdf"];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const notice = await viewNotice(actor, params["noticeId"], dayInChina(now()));
  if (notice === null) throw notFound();
  if (!notice.mayWrite) throw forbidden();
  return { notice };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { noticeId } = params;
  if (!isUuid(noticeId)) throw notFound();
  return answerNoticeProof(actor, noticeId, request);
}

export default function NoticeProofPage() {
  const { notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = <ButtonLink to={`/posts/notices/${notice.id}`}>返回</ButtonLink>;
  const isOpen = notice.proof === null && notice.state !== "withdrawn";
  return (
    <>
      <PageHeader
        title="上传公示照片"
        note={`${notice.title} · ${notice.fromOn} 至 ${notice.toOn}`}
      />
      <ErrorSummary errors={answer?.errors} />
      {isOpen ? (
        <Card className="max-w-2xl">
          <Form method="post" encType="multipart/form-data" className="space-y-4">
            <input type="hidden" name="version" value={notice.version} />
            <FormFeedback feedback={answer}>
              <FileField
                name="file"
                label="公示现场照片或公示表扫描件"
                hint="JPG、PNG 或 PDF，不超过 20 MB；要能看清公示表和公示日期，上传后不能替换"
                required
                accept={ENDINGS}
              />
            </FormFeedback>
            <div className="flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在上传…">上传</SubmitButton>
              {back}
            </div>
          </Form>
        </Card>
      ) : (
        <Notice kind="info" actions={back}>
          {notice.proof === null ? "公示已撤回，不再上传照片。" : "公示照片已上传，不能替换。"}
        </Notice>
      )}
    </>
  );
}
