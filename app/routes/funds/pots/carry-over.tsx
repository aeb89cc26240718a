import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { yuanDigits, yuanText } from "~/domain/shared/fen";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { answerCarryOver } from "./pot-answers.server";
import { potVisitor } from "./pot-visitor.server";
import { VoucherForm } from "./voucher-form";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `登记结转：${head.name}`,
  crumb: () => ({ label: "登记结转" }),
};

export async function loader(args: LoaderFunctionArgs) {
  return { head: (await potVisitor(args, "fund.write")).head };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.write");
  return answerCarryOver(actor, head.id, await args.request.formData());
}

export default function CarryOver() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="登记结转"
        note={`${head.areaName} · ${head.name} · 剩余 ${yuanText(head.leftFen)}`}
      />
      <ErrorSummary errors={answer?.errors} />
      <Notice kind="warning">
        结转后本项目不能再使用这笔钱；转入的项目先锁定，州市以上的决定文件下达、登记解锁后才能支出。
      </Notice>
      {!head.canCarryOver && head.isOpen && !head.isLocked && (
        <Notice kind="info">项目年度还没有结束，{head.carryOverFrom} 起才能登记结转。</Notice>
      )}
      <VoucherForm
        head={head}
        feedback={answer}
        button="登记结转"
        back={`/funds/${head.id}`}
        evenAfterAccounts
      >
        <TextField
          name="year"
          label="转入年度"
          required
          inputMode="numeric"
          defaultValue={String(head.year + 1)}
        />
        <TextField
          name="amountFen"
          label="结转金额（元）"
          required
          inputMode="decimal"
          defaultValue={yuanDigits(head.leftFen)}
        />
        <TextField
          name="name"
          label="结转后的项目名称"
          required
          maxLength={80}
          defaultValue={`${head.name}（${head.year} 年结转）`.slice(0, 80)}
          className="md:col-span-2"
        />
      </VoucherForm>
    </>
  );
}
