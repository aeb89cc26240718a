import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CATEGORIES_OF, EXPENDITURE_CATEGORY_LABELS } from "~/domain/funds/pot";
import { yuanText } from "~/domain/shared/fen";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { answerSpending } from "./money-answers.server";
import { potVisitor } from "./pot-visitor.server";
import { VoucherForm } from "./voucher-form";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `登记支出：${head.name}`,
  crumb: () => ({ label: "登记支出" }),
};

export async function loader(args: LoaderFunctionArgs) {
  return { head: (await potVisitor(args, "fund.write")).head };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.write");
  return answerSpending(actor, head.id, args.request);
}

export default function NewSpending() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const uses = CATEGORIES_OF[head.purpose].filter((one) => one !== "SUBSIDY");
  return (
    <>
      <PageHeader
        title="登记支出"
        note={`${head.areaName} · ${head.name} · 可用 ${yuanText(head.leftFen)}`}
      />
      <ErrorSummary errors={answer?.errors} />
      {head.isLocked || head.isYearOver ? (
        <Notice kind="warning" actions={<ButtonLink to={`/funds/${head.id}`}>返回</ButtonLink>}>
          {head.isLocked
            ? "结转资金还没有解锁，不能支出。"
            : "项目年度已经结束，剩余资金锁定，不能再登记支出；请登记结转，由上级决定后使用。"}
        </Notice>
      ) : (
        <VoucherForm
          head={head}
          feedback={answer}
          button="登记支出"
          file={{ label: "支出凭证扫描件", isRequired: true }}
          back={`/funds/${head.id}/spending`}
        >
          <SelectField
            name="category"
            label="支出用途"
            required
            hint={
              head.purpose === "REIMBURSEMENT"
                ? "报账资金只能用于这六项"
                : "发给个人和机构的补贴不在这里登记，走补贴申领"
            }
            options={uses.map((one) => ({
              value: one,
              label: EXPENDITURE_CATEGORY_LABELS[one],
            }))}
          />
          <TextField
            name="purpose"
            label="支出事由"
            required
            maxLength={200}
            hint={
              head.purpose === "REIMBURSEMENT" ? "政策口径内的其他项目，写明是哪一项" : undefined
            }
          />
          {head.purpose === "LABOUR_TRANSFER" && <ReasonField />}
          <TextField name="payee" label="收款单位" required maxLength={80} />
          <TextField name="amountFen" label="支出金额（元）" required inputMode="decimal" />
          <DateField name="spentOn" label="支出日期" required />
          <TextField name="voucherNo" label="凭证号" required maxLength={40} />
        </VoucherForm>
      )}
    </>
  );
}

/** Money of labour transfer goes out through claims; what does not says why. */
function ReasonField() {
  return (
    <TextField
      name="reason"
      label="直接支出理由"
      required
      maxLength={200}
      hint="这笔资金按五种补贴通过申领发放；不走申领的写明依据和理由"
    />
  );
}
