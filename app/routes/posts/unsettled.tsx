import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countiesReadWhole, viewUnsettled } from "~/data/posts/unsettled-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import {
  settleCorrection,
  type SettleCorrectionRefusal,
} from "~/usecases/posts/settle-correction.server";
import { typedValues } from "./form-values";
import { LateList, UnsettledList } from "./unsettled-lists";

export const handle: PageHandle = {
  title: "未结清的工资更正",
  crumb: () => ({ label: "未结清的更正" }),
};

/** Amounts are told to whoever reads posts whole. */
async function find(request: Request) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (countiesReadWhole(actor, today).length === 0) throw forbidden();
  return { actor, today };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, today } = await find(request);
  const isDone = new URL(request.url).searchParams.has("done");
  return { isDone, ...(await viewUnsettled(actor, today)) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, today } = await find(request);
  if (!mayAnywhere(actor, "wage.pay", today)) throw forbidden();
  const values = typedValues(await request.formData());
  const asked = {
    adjustmentId: values["adjustmentId"] ?? "",
    returnedOn: parseWrittenDate(values["returnedOn"] ?? ""),
    note: (values["note"] ?? "").slice(0, 200),
  };
  const outcome = await settleCorrection(actor, asked, now());
  if (outcome.ok) return redirect("/wage-sheets/unsettled?done=returned");
  return data({ values, errors: errorsOf(outcome.refusal) }, { status: 422 });
}

function errorsOf({ kind }: SettleCorrectionRefusal): Record<string, string> {
  switch (kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "notOwed":
      return { form: "补发的更正不用退回，列入下一张工资表" };
    case "dayMissing":
      return { returnedOn: "请填写退回日期，如 2020-08-05" };
    case "dayWrong":
      return { returnedOn: "退回日期不能早于多发的月份，也不能晚于今天" };
    case "noteMissing":
      return { note: "请写明收款凭证，如 现金缴款单号、银行回单号" };
  }
}

export default function Unsettled() {
  const { corrections, late, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="未结清的工资更正"
        note="多发、少发还没有结清的，逐笔办结"
        actions={<ButtonLink to="/wage-sheets">岗位工资表</ButtonLink>}
      />
      <ErrorSummary errors={answer?.errors} />
      {isDone && answer === undefined && (
        <Notice kind="success" live>
          已登记退回，这笔更正办结。
        </Notice>
      )}
      <UnsettledList rows={corrections} feedback={answer} />
      <LateList rows={late} />
    </>
  );
}
