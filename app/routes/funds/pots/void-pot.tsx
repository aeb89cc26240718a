import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { TextAreaField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { potVisitor } from "./pot-visitor.server";
import { answerVoidPot } from "./void-answers.server";
import { VoucherForm } from "./voucher-form";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `作废资金项目：${head.name}`,
  crumb: ({ head }) => ({ label: `作废：${head.name}` }),
};

export async function loader(args: LoaderFunctionArgs) {
  return { head: (await potVisitor(args, "fund.write")).head };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.write");
  return answerVoidPot(actor, head, await args.request.formData());
}

export default function VoidPot() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="作废资金项目" note={`${head.areaName} · ${head.name}`} />
      <ErrorSummary errors={answer?.errors} />
      <Notice kind="warning">
        只用于设立错的项目；作废后不计入任何合计，不能恢复。结转来的由协作办在登记解锁页退回。
      </Notice>
      <VoucherForm head={head} feedback={answer} button="作废" back={`/funds/${head.id}`}>
        <input type="hidden" name="version" value={head.version} />
        <TextAreaField
          name="reason"
          label="作废原因"
          required
          rows={3}
          maxLength={300}
          className="md:col-span-2"
        />
      </VoucherForm>
    </>
  );
}
