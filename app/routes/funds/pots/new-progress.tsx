import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { DateField, TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { potVisitor } from "./pot-visitor.server";
import { answerProgress } from "./project-answers.server";
import { VoucherForm } from "./voucher-form";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `登记投资完成：${head.name}`,
  crumb: () => ({ label: "登记投资完成" }),
};

export async function loader(args: LoaderFunctionArgs) {
  return { head: (await potVisitor(args, "fund.manage")).head };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.manage");
  return answerProgress(actor, head.id, await args.request.formData());
}

export default function NewProgress() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="登记投资完成"
        note={`${head.areaName} · ${head.name}；填累计数，不是本期数。`}
      />
      <ErrorSummary errors={answer?.errors} />
      <VoucherForm head={head} feedback={answer} button="登记" back={`/funds/${head.id}/project`}>
        <DateField name="asOf" label="截止日期" required />
        <TextField name="completedFen" label="累计完成投资（元）" required inputMode="decimal" />
        <TextField
          name="basis"
          label="依据"
          required
          maxLength={200}
          hint="如监理月报、工程量清单及其日期"
          className="md:col-span-2"
        />
      </VoucherForm>
    </>
  );
}
