import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findEmployerChoice, searchEmployers } from "~/data/employers/employer-choice-view.server";
import { viewFair } from "~/data/employers/fair-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { fairEmployerForm } from "~/domain/employers/job-fair";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import {
  settleFairEmployer,
  type FairEmployerRefusal,
} from "~/usecases/employers/fair-employer.server";
import { EmployerStep } from "../employer-step";
import { errorsByField, typedValues } from "../form-values";
import { fairEmployerColumns, OfferForm } from "./fair-employer-parts";
import { FairFrame } from "./fair-frame";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ fair }) => `${fair.name}参会单位`,
  crumb: ({ fair }) => ({ label: `${fair.name}参会单位` }),
};

const MOST_FOUND = 20;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const fair = await viewFair(actor, params["fairId"], today);
  if (fair === null) throw notFound();
  const search = new URL(request.url).searchParams;
  const text = (search.get("text") ?? "").slice(0, 60);
  return {
    ...{ fair, text, isSaved: search.has("done") },
    chosen: await findEmployerChoice(actor, search.get("employer") ?? ""),
    found: await searchEmployers(actor, text, MOST_FOUND),
    mayRegister: mayAnywhere(actor, "employer.write", today),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const fairId = params["fairId"];
  if (!isUuid(fairId)) throw notFound();
  const values = typedValues(await request.formData());
  const refuse = (errors: Record<string, string>, status = 422) =>
    data({ values, errors }, { status });
  const asked = { fairId, employerId: values["employerId"] ?? "" };
  const isOff = values["intent"] === "takeOff";
  const read = fairEmployerForm.safeParse(values);
  if (!isOff && !read.success) return refuse(errorsByField(read.error));
  const offer = isOff ? null : (read.data ?? null);
  const outcome = await settleFairEmployer(actor, asked, offer, now());
  if (outcome.ok) return redirect(`/job-fairs/${fairId}/employers?done=1`);
  return refuse(...explain(outcome.refusal));
}

function explain(refusal: FairEmployerRefusal): [Record<string, string>, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "removed":
      return [{ form: "这场招聘会已撤销登记，不能再改" }, 409];
    case "noEmployer":
      return [{ form: "没有找到这家单位，请重新选定" }, 409];
  }
}

export default function FairEmployers() {
  const loaded = useLoaderData<typeof loader>();
  const { fair, chosen, isSaved } = loaded;
  const answer = useActionData<typeof action>();
  const here = `/job-fairs/${fair.id}/employers`;
  return (
    <FairFrame fair={fair} current="employers">
      <ErrorSummary errors={answer?.errors} />
      {isSaved && answer === undefined && (
        <Notice kind="success" live>
          已保存。
        </Notice>
      )}
      <Card title="参会单位" flush>
        <DataTable
          caption="参会单位"
          columns={fairEmployerColumns(fair.mayWrite, here)}
          rows={fair.employers}
          rowKey={(row) => row.employerId}
          rowHref={(row) => `/employers/${row.employerId}`}
          tall={false}
          empty={
            <EmptyState title="还没有登记参会单位" icon="placement">
              由县级经办人登记来参会的单位、岗位数和招聘人数。
            </EmptyState>
          }
        />
      </Card>
      {fair.mayWrite && chosen !== null && (
        <OfferForm
          employer={chosen}
          stands={fair.employers.find((row) => row.employerId === chosen.id)}
          back={here}
          feedback={answer}
        />
      )}
      {fair.mayWrite && chosen === null && (
        <EmployerStep {...loaded} title="登记一家参会单位" next={`${here}?employer=`} />
      )}
    </FairFrame>
  );
}
