import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { voidForm } from "~/domain/funds/document";
import { now } from "~/platform/clock.server";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { TextAreaField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { voidPot, type VoidPotRefusal } from "~/usecases/funds/void-pot.server";
import { errorsByField, typedValues } from "../documents/form-values";
import { explainPot } from "./pot-refusals.server";
import { potVisitor } from "./pot-visitor.server";
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
  const values = typedValues(await args.request.formData());
  const read = voidForm.safeParse(values);
  if (!read.success) return data({ values, errors: errorsByField(read.error) }, { status: 422 });
  const { reason } = read.data;
  const asked = { potId: head.id, version: Number(values["version"]), reason };
  const outcome = await voidPot(actor, asked, now());
  if (outcome.ok) return redirect(`/funds/${head.id}?done=void`);
  const errors: Record<string, string> = { form: explain(outcome.refusal) };
  return data({ values, errors }, { status: 409 });
}

function explain(refusal: VoidPotRefusal): string {
  switch (refusal.kind) {
    case "changedByOthers":
      return "别人刚刚改过这个项目，请重新载入本页";
    case "used":
      return "已有到账、支出、补贴、收尾或结转登记在这个项目上，不能作废；登记错的先逐条作废";
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
      return explainPot(refusal);
  }
}

export default function VoidPot() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="作废资金项目" note={`${head.areaName} · ${head.name}`} />
      <ErrorSummary errors={answer?.errors} />
      <Notice kind="warning">
        只用于设立错的项目；作废后不计入任何合计，不能恢复。结转来的，资金退回原项目。
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
