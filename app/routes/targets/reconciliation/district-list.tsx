import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewReconciliationHead } from "~/data/targets/reconciliation-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { ProblemList } from "~/ui/tables/problem-list";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerDistrictForm } from "./district-answer.server";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: "填报区方数据",
  crumb: () => ({ label: "填报区方数据" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const id = params["reconciliationId"] ?? "";
  const head = await viewReconciliationHead(actor, id, dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayEnter) throw forbidden();
  return head;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const id = params["reconciliationId"] ?? "";
  const at = now();
  // Before a file is taken in from somebody who may not send one.
  const head = await viewReconciliationHead(actor, id, dayInChina(at));
  if (head === null) throw notFound();
  if (!head.mayEnter) throw forbidden();
  const answer = await answerDistrictForm(actor, id, request, at);
  return "done" in answer ? redirect(`/reconciliations/${id}?done=${answer.done}`) : answer;
}

export default function DistrictList() {
  const head = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = `/reconciliations/${head.id}`;
  return (
    <>
      <PageHeader
        title="填报区方数据"
        note={head.label}
        actions={<ButtonLink to={back}>返回对账</ButtonLink>}
      />
      <ErrorSummary errors={answer?.errors} />
      {answer !== undefined && answer.problems.length > 0 && (
        <div className="mb-4">
          <ProblemList label="名单中的问题，改正后整份重新上传" problems={answer.problems} />
        </div>
      )}
      {head.state === "locked" ? (
        <Notice kind="info" title="本月已锁定">
          双方均已签字，不能再填报。确需更正的，由州市人社部门重新打开。
        </Notice>
      ) : (
        <FormFeedback feedback={answer}>
          <ListForm version={head.version} />
          <FigureForm version={head.version} />
        </FormFeedback>
      )}
    </>
  );
}

function ListForm({ version }: { readonly version: number }) {
  return (
    <Card title="导入名单" note="有名单的，系统按身份证号与县方逐人比对，人数按名单计">
      <Form method="post" encType="multipart/form-data" className="max-w-2xl">
        <input type="hidden" name="version" value={version} />
        <FileField
          name="file"
          label="区方名单"
          hint="表头须有姓名、身份证号码，可有企业、上岗时间；.xlsx、.xls 或 .csv，不超过 20 MB。有一行不对，整份不导入"
          accept={[".xlsx", ".xls", ".csv"]}
          required
        />
        <div className="mt-4">
          <SubmitButton icon="import" pendingLabel="正在比对…">
            导入并比对
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function FigureForm({ version }: { readonly version: number }) {
  return (
    <Card title="只填人数" note="没有名单的填本月新增人数；已导入的名单随之作废">
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <TextField
          name="figure"
          label="本月新增人数"
          inputMode="numeric"
          maxLength={6}
          required
          className="w-48"
        />
        <div className="mt-4">
          <SubmitButton variant="default" pendingLabel="正在保存…">
            保存人数
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
