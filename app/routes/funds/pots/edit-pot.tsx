import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { potPlanForm } from "~/domain/funds/pot-form";
import { yuanDigits, yuanText } from "~/domain/shared/fen";
import { now } from "~/platform/clock.server";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { DateField, TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { changePotPlan, type ChangePotPlanRefusal } from "~/usecases/funds/change-pot-plan.server";
import { errorsByField, typedValues } from "../documents/form-values";
import { explainLetterDay } from "./letter-answer";
import { explainPot } from "./pot-refusals.server";
import { potVisitor } from "./pot-visitor.server";
import { VoucherForm } from "./voucher-form";

type Texts = Record<string, string>;

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `修改项目：${head.name}`,
  crumb: () => ({ label: "修改项目" }),
};

export async function loader(args: LoaderFunctionArgs) {
  return { head: (await potVisitor(args, "fund.write")).head };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.write");
  const values = typedValues(await args.request.formData());
  const read = potPlanForm.safeParse(values);
  if (!read.success) return data({ values, errors: errorsByField(read.error) }, { status: 422 });
  const asked = { potId: head.id, version: Number(values["version"]), facts: read.data };
  const outcome = await changePotPlan(actor, asked, now());
  if (outcome.ok) return redirect(`/funds/${head.id}?done=edit`);
  return data({ values, errors: explain(outcome.refusal) }, { status: 422 });
}

function explain(refusal: ChangePotPlanRefusal): Texts {
  switch (refusal.kind) {
    case "changedByOthers":
      return { form: "别人刚刚改过这个项目，请重新载入本页" };
    case "future":
    case "letterBeforeIssue":
    case "letterAfterReceipt":
    case "letterReason":
      return explainLetterDay(refusal);
    case "belowCompleted":
      return { plannedFen: `不能少于已完成的投资 ${yuanText(refusal.completedFen)}` };
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
    case "afterAccounts":
      return { form: explainPot(refusal) };
  }
}

export default function EditPot() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="修改项目"
        note={`${head.areaName} · ${head.name}；只补登或更正计划投资和接函日期，修改前后都留痕。`}
      />
      <ErrorSummary errors={answer?.errors} />
      <VoucherForm head={head} feedback={answer} button="保存修改" back={`/funds/${head.id}`}>
        <input type="hidden" name="version" value={head.version} />
        <TextField
          name="plannedFen"
          label="计划投资（元）"
          inputMode="decimal"
          hint="有建设内容的填写，用来计算投资完成率"
          defaultValue={head.plannedFen === 0 ? "" : yuanDigits(head.plannedFen)}
        />
        <DateField
          name="letterReceivedOn"
          label="接函日期"
          hint="拨款单位收到资金下达函的日期；没有到账的按它计算是否逾期"
          defaultValue={head.letterReceivedOn ?? ""}
        />
        {head.letterReceivedOn !== null && (
          <TextField
            name="reason"
            label="更正理由"
            maxLength={200}
            hint="更正已登记的接函日期须写明理由，如 原来填成了发文日期；留痕备查"
            className="md:col-span-2"
          />
        )}
      </VoucherForm>
    </>
  );
}
