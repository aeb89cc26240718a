import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { documentChoices } from "~/data/funds/document-view.server";
import { yuanText } from "~/domain/shared/fen";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { answerRelease } from "./pot-answers.server";
import { potVisitor } from "./pot-visitor.server";
import { VoucherForm } from "./voucher-form";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `登记解锁：${head.name}`,
  crumb: () => ({ label: "登记解锁" }),
};

export async function loader(args: LoaderFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.release");
  return { head, documents: await documentChoices(actor) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.release");
  return answerRelease(actor, head.id, await args.request.formData());
}

export default function Release() {
  const { head, documents } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = `/funds/${head.id}`;
  return (
    <>
      <PageHeader
        title="登记解锁"
        note={`${head.areaName} · ${head.name} · 锁定 ${yuanText(head.leftFen)}`}
      />
      <ErrorSummary errors={answer?.errors} />
      {!head.isLocked && head.isOpen ? (
        <Notice kind="info" actions={<ButtonLink to={back}>返回</ButtonLink>}>
          这个项目没有锁定，不需要解锁。
        </Notice>
      ) : (
        <VoucherForm head={head} feedback={answer} button="登记解锁" back={back}>
          <SelectField
            name="documentId"
            label="决定文件"
            required
            hint="州市以上的决定文件；没有的先到“文件”登记"
            options={documents.map(({ id, label, issuer }) => ({
              value: id,
              label: `${label}（${issuer}）`,
            }))}
          />
          <TextField name="clause" label="条款" maxLength={30} />
          <DateField name="releasedOn" label="解锁日期" required />
          <DateField
            name="reportedOn"
            label="报备上海日期"
            hint="还没有报备的不填；填了的不晚于解锁日期"
          />
          <TextAreaField
            name="use"
            label="安排用途"
            required
            rows={3}
            maxLength={300}
            hint="集中用于巩固脱贫成果、增强内生动力"
            className="md:col-span-2"
          />
        </VoucherForm>
      )}
    </>
  );
}
