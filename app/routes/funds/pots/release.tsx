import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decisionChoices } from "~/data/funds/decision-choices-view.server";
import { yuanText } from "~/domain/shared/fen";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { Feedback } from "~/ui/forms/form-feedback";
import { ReasonCard } from "~/ui/forms/reason-card";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { answerRelease } from "./pot-answers.server";
import { answerVoidPot } from "./void-answers.server";
import { potVisitor } from "./pot-visitor.server";
import { VoucherForm } from "./voucher-form";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `登记解锁：${head.name}`,
  crumb: () => ({ label: "登记解锁" }),
};

export async function loader(args: LoaderFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.release");
  return { head, documents: await decisionChoices(actor, head.regionCode) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.release");
  const form = await args.request.formData();
  if (form.get("intent") === "void") return answerVoidPot(actor, head, form);
  return answerRelease(actor, head.id, form);
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
      {!head.isReleasable && head.isOpen ? (
        <Notice kind="info" actions={<ButtonLink to={back}>返回</ButtonLink>}>
          这个项目没有锁定，不需要解锁。
        </Notice>
      ) : (
        <VoucherForm head={head} feedback={answer} button="登记解锁" back={back}>
          <SelectField
            name="documentId"
            label="决定文件"
            required
            hint="结转形成以后（原项目年度 12 月 31 日起）本州市、本省或上海下达的决定文件；没有的先到“文件”登记"
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
            required
            hint="报备后才能解锁，不晚于解锁日期"
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
      {head.isCarried && head.takesEntries && head.committedFen === 0 && (
        <SendBack feedback={answer} />
      )}
    </>
  );
}

/** A carry-over entered wrongly goes back to the pot it came from. */
function SendBack({ feedback }: { readonly feedback: Feedback | undefined }) {
  return (
    <ReasonCard
      title="退回原项目"
      note="只用于登记错的结转；退回后本项目作废，资金回到原项目，仍按年度结束锁定"
      className="max-w-4xl"
      field={{ label: "退回原因", maxLength: 300 }}
      button={{
        ...{ intent: "void", label: "退回原项目", pendingLabel: "正在退回…" },
        variant: "danger",
      }}
      feedback={feedback}
    />
  );
}
