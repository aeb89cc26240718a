import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parameterAreas, viewParameters } from "~/data/rules/parameter-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { parameterForm } from "~/domain/rules/parameter-form";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import {
  enterParameter,
  type EnterParameterRefusal,
} from "~/usecases/rules/enter-parameter.server";
import { withdrawParameter } from "~/usecases/rules/withdraw-parameter.server";
import { ParameterCard } from "./parameter-card";
import { ParameterEntry } from "./parameter-entry";

export const handle: PageHandle = {
  title: "标准参数",
  crumb: () => ({ label: "标准参数", to: "/parameters" }),
};

const DONE = new Map([
  ["enter", "已录入，自起始日起适用。"],
  ["withdraw", "已撤销，原记录保留；需要改的请重新录入。"],
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "parameter.read", today);
  if (!mayAnywhere(actor, "parameter.read", today)) throw forbidden();
  return {
    series: await viewParameters(actor, today),
    areas: parameterAreas(actor, today),
    done: new URL(request.url).searchParams.get("done") ?? "",
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "parameter.write", dayInChina(now()))) throw forbidden();
  const form = await request.formData();
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] = value;
  const refuse = (errors: Record<string, string>) => data({ values, errors }, { status: 422 });
  if (values["intent"] === "withdraw") {
    const outcome = await withdrawParameter(actor, values["valueId"] ?? "", now());
    if (outcome.ok) return redirect("/parameters?done=withdraw");
    if (outcome.refusal.kind === "notFound") throw notFound();
    if (outcome.refusal.kind === "forbidden") throw forbidden();
    return refuse({
      form:
        outcome.refusal.kind === "ofPack" ? "这个值来自规则包，请撤回规则包" : "这个值已经撤销过",
    });
  }
  const read = parameterForm.safeParse(values);
  if (!read.success) {
    const errors: Record<string, string> = {};
    for (const { path, message } of read.error.issues) errors[String(path[0])] ??= message;
    return refuse(errors);
  }
  const outcome = await enterParameter(actor, read.data, now());
  if (outcome.ok) return redirect("/parameters?done=enter");
  return refuse(ENTER_WORDS[outcome.refusal.kind]);
}

const ENTER_WORDS: Readonly<Record<EnterParameterRefusal["kind"], Record<string, string>>> = {
  forbidden: { regionCode: "您没有为这个地区录入标准参数的权限" },
  needsPack: { parameter: "补贴和资金的数值须由两人办理：请导入规则包，由另一人签发" },
  sameDay: { fromOn: "这个地区已有同一天起的值，请先撤销，再重新录入" },
};

export default function Parameters() {
  const { series, areas, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  return (
    <>
      <PageHeader
        title="标准参数"
        note="文件没有规定、由各地确定的数值。县里的值先于州市的，州市的先于省的；录入后不改，只撤销重录。"
      />
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      {areas.length > 0 && <ParameterEntry areas={areas} feedback={answer} />}
      {series.map((one) => (
        <ParameterCard key={one.parameter} series={one} />
      ))}
    </>
  );
}
