import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { viewLabourBatch } from "~/data/employers/labour-batch-view.server";
import { workplaceGroups } from "~/data/employers/workplace-choice-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerBatchForm } from "./labour-batch-answers.server";
import { LabourBatchFields } from "./labour-batch-fields";
import { pageNumber } from "./page-number";
import { PlacedPeopleCard } from "./placed-people";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ batch }) => batch.name,
  crumb: ({ batch }) => ({ label: batch.name }),
};

const DONE = new Map([
  ["create", "批次已登记；登记转移就业时选定它，人就归入这一批。"],
  ["change", "已保存。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { search, size } = readListAddress(request);
  const wanted = { page: pageNumber(search), size };
  const today = dayInChina(now());
  const batch = await viewLabourBatch(actor, params["batchId"] ?? "", wanted, today);
  if (batch === null) throw notFound();
  const workplaces = workplaceGroups(actor.counties, batch.workplaceCode);
  return { batch, size, workplaces, done: search.get("done") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const batchId = params["batchId"];
  if (!isUuid(batchId)) throw notFound();
  return answerBatchForm(actor, batchId, await request.formData());
}

export default function LabourBatchPage() {
  const { batch, size, workplaces, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const { name, organisedOn, workplaceCode, note, intermediary } = batch;
  return (
    <>
      <PageHeader title={name} note={batch.countyName} />
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <Card title="批次情况">
        <DescriptionList
          items={[
            {
              term: "组织单位",
              detail: (
                <Link
                  to={`/employers/${intermediary.id}`}
                  className="text-brand-600 hover:underline"
                >
                  {intermediary.name}
                </Link>
              ),
            },
            { term: "组织日期", detail: organisedOn },
            { term: "目的地", detail: batch.workplaceName ?? "未定" },
            { term: "备注", detail: note || "无" },
          ]}
        />
      </Card>
      <PlacedPeopleCard
        title="本批次的人员"
        people={batch.people}
        size={size}
        hint="登记或修改转移就业时选定本批次，人就列在这里。"
        enter={batch.mayChange ? `/placements/new?batch=${batch.id}` : null}
      />
      {batch.mayChange && (
        <Card title="修改批次" className="max-w-4xl">
          <Form method="post">
            <input type="hidden" name="version" value={batch.version} />
            <FormFeedback feedback={answer}>
              <LabourBatchFields
                workplaces={workplaces}
                defaults={{ name, organisedOn, note, workplaceCode: workplaceCode ?? "" }}
              />
            </FormFeedback>
            <SubmitButton className="mt-4" pendingLabel="正在保存…">
              保存修改
            </SubmitButton>
          </Form>
        </Card>
      )}
    </>
  );
}
