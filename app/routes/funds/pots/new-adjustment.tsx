import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PROJECT_ELEMENT_LABELS, PROJECT_ELEMENTS } from "~/domain/funds/pot";
import { yuanText } from "~/domain/shared/fen";
import { PageHeader } from "~/ui/display/page-header";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { TextAreaField, TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { potVisitor } from "./pot-visitor.server";
import { answerAdjustment } from "./project-answers.server";
import { VoucherForm } from "./voucher-form";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `提出调整：${head.name}`,
  crumb: () => ({ label: "提出调整" }),
};

export async function loader(args: LoaderFunctionArgs) {
  return { head: (await potVisitor(args, "fund.manage")).head };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.manage");
  return answerAdjustment(actor, head.id, await args.request.formData());
}

export default function NewAdjustment() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="提出调整"
        note={`${head.areaName} · ${head.name} · 项目资金 ${yuanText(head.amountFen)}；备案还是审批由系统按五项要素和累计备案的资金比例判断。`}
      />
      <ErrorSummary errors={answer?.errors} />
      <VoucherForm
        head={head}
        feedback={answer}
        button="提出调整"
        back={`/funds/${head.id}/project`}
      >
        <TextAreaField
          name="what"
          label="调整内容"
          required
          rows={3}
          maxLength={300}
          className="md:col-span-2"
        />
        <TextField name="amountFen" label="涉及资金（元）" required inputMode="decimal" />
        <fieldset>
          <legend className="mb-1 font-medium text-slate-700">
            变动的基本要素（没有变动的不选）
          </legend>
          {PROJECT_ELEMENTS.map((one) => (
            <CheckboxField key={one} name={`element-${one}`} label={PROJECT_ELEMENT_LABELS[one]} />
          ))}
        </fieldset>
        <TextAreaField
          name="reason"
          label="调整理由"
          required
          rows={3}
          maxLength={300}
          className="md:col-span-2"
        />
        <CheckboxField
          name="asksApproval"
          value="yes"
          label="按审批办理"
          hint="文件既要求建设内容不变，又允许修正个别内容；拿不准的选审批"
          className="md:col-span-2"
        />
      </VoucherForm>
    </>
  );
}
