import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { DateField, TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { answerReceipt } from "./money-answers.server";
import { potVisitor } from "./pot-visitor.server";
import { VoucherForm } from "./voucher-form";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `登记到账：${head.name}`,
  crumb: () => ({ label: "登记到账" }),
};

export async function loader(args: LoaderFunctionArgs) {
  return { head: (await potVisitor(args, "fund.write")).head };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.write");
  return answerReceipt(actor, head.id, args.request);
}

export default function NewReceipt() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="登记到账" note={`${head.areaName} · ${head.name}`} />
      <ErrorSummary errors={answer?.errors} />
      {head.isLocked && <Notice kind="info">这是结转资金，可以登记到账，解锁前不能支出。</Notice>}
      <VoucherForm
        head={head}
        feedback={answer}
        button="登记到账"
        file={{ label: "收款凭证扫描件", isRequired: false }}
        back={`/funds/${head.id}`}
      >
        <TextField name="fromUnit" label="拨款单位" required maxLength={80} />
        <TextField name="amountFen" label="到账金额（元）" required inputMode="decimal" />
        <DateField
          name="letterReceivedOn"
          label="接函日期"
          hint="拨款单位收到资金下达函的日期；拨付期限从次日起按工作日计算，不知道的不填"
        />
        <DateField name="receivedOn" label="到账日期" required />
        <TextField name="voucherNo" label="凭证号" required maxLength={40} />
        <TextField name="note" label="说明" maxLength={300} />
      </VoucherForm>
    </>
  );
}
