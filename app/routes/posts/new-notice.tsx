import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listWaiting, type WaitingPerson } from "~/data/posts/notice-list-view.server";
import { countiesFor } from "~/domain/access/policy";
import { publicName } from "~/domain/people/public-name";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerNewNotice } from "./notice-answers.server";
import { NoticeFields } from "./notice-fields";

export const handle: PageHandle = { title: "发布公示", crumb: () => ({ label: "发布公示" }) };

const FORM = "new-notice";

async function writerOf(request: Request) {
  const actor = await requireActor(request);
  const counties = countiesFor(actor, "post.write", dayInChina(now()));
  if (counties.length === 0) throw forbidden();
  return { actor, counties };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, counties } = await writerOf(request);
  return { waiting: await listWaiting(actor, counties), today: dayInChina(now()) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await writerOf(request);
  return answerNewNotice(actor, await request.formData());
}

const COLUMNS: readonly Column<WaitingPerson>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: ({ name }) => name },
  { key: "public", header: "公示姓名", cell: ({ name }) => publicName(name) },
  { key: "county", header: "县（市、区）", cell: ({ countyName }) => countyName },
  { key: "title", header: "岗位", cell: ({ title }) => title },
  { key: "village", header: "行政村", cell: ({ village }) => village },
  { key: "days", header: "任期", cell: ({ startsOn, endsOn }) => `${startsOn} 至 ${endsOn}` },
  {
    key: "verified",
    header: "建档立卡查验",
    cell: ({ isVerified }) => (isVerified ? "已通过" : "未通过，公示后仍不能确认"),
  },
];

export default function NewNotice() {
  const { waiting, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="发布公示"
        note="先选人，再填公示的时间和地点；公示只写隐去名字的姓名。公示须在上岗以前结束；早于今天开始的按补录处理，须上传公示照片。"
      />
      <ErrorSummary errors={answer?.errors} />
      <div className="space-y-4">
        <DataTable
          caption="还没有公示的拟聘人员"
          columns={COLUMNS}
          rows={waiting}
          rowKey={(row) => row.id}
          selection={{
            ...{ name: "id", formId: FORM, picked: answer?.picked },
            label: ({ name }) => `选择 ${name}`,
          }}
          tall={false}
          empty={
            <EmptyState
              title="没有等待公示的拟聘人员"
              icon="people"
              action={<ButtonLink to="/posts/appointments/new">登记拟聘人员</ButtonLink>}
            >
              县级经办人先登记拟聘人员。
            </EmptyState>
          }
        />
        {waiting.length > 0 && (
          <Card title="公示内容" className="max-w-4xl">
            <Form method="post" id={FORM}>
              <FormFeedback feedback={answer}>
                <NoticeFields today={today} />
              </FormFeedback>
              <div className="mt-5 flex flex-wrap gap-2">
                <SubmitButton pendingLabel="正在发布…">发布公示</SubmitButton>
                <ButtonLink to="/posts/notices">返回</ButtonLink>
              </div>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
