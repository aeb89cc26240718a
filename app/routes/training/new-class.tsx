import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { trainingClassForm } from "~/domain/training/training-class";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { RegionPicker } from "~/ui/forms/region-picker";
import { DateField, TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { createClass, type CreateClassRefusal } from "~/usecases/training/create-class.server";

export const handle: PageHandle = {
  title: "登记培训班",
  crumb: () => ({ label: "登记培训班" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const counties = countyChoices(actor, "class.write", dayInChina(now()));
  if (counties.length === 0) throw forbidden();
  return { counties };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const values = textsOf(await request.formData());
  const parsed = trainingClassForm.safeParse(values);
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
    return data({ values, errors }, { status: 422 });
  }
  const outcome = await createClass(actor, parsed.data, now());
  if (outcome.ok) return redirect(`/classes/${outcome.value}?created=1`);
  return data({ values, errors: errorsOf(outcome.refusal) }, { status: 422 });
}

const FIELDS = [
  "countyCode",
  "name",
  "term",
  "trade",
  "place",
  "providerName",
  "startsOn",
  "endsOn",
];

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name) ?? "")]));
}

function errorsOf(refusal: CreateClassRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "forbidden":
      return { countyCode: "您没有在该县（市、区）登记培训班的权限" };
    case "duplicate":
      return {
        term: "该县已登记过名称、期次和开班日期都相同的培训班，请核对期次，或在培训班列表中打开已登记的那一个",
      };
  }
}

export default function NewClass() {
  const { counties } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const only = counties.length === 1 ? counties[0]?.code : undefined;
  return (
    <>
      <PageHeader
        title="登记培训班"
        note="登记后导入本班花名册；开班日期用于核对学员年龄和建档立卡身份。"
      />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-4xl">
        <Form method="post">
          <FormFeedback feedback={answer}>
            <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
              <RegionPicker
                name="countyCode"
                label="县（市、区）"
                regions={counties}
                required
                defaultValue={only}
              />
              <TextField
                name="trade"
                label="培训工种"
                hint="职业（工种）全称，如 家政服务员"
                required
                maxLength={40}
              />
              <TextField
                name="name"
                label="培训班名称"
                hint="如 家政服务员（初级）"
                required
                maxLength={40}
              />
              <TextField name="term" label="期次" hint="如 第3期" required maxLength={20} />
              <DateField name="startsOn" label="开班日期" required />
              <DateField name="endsOn" label="结业日期" required />
              <TextField name="providerName" label="培训机构" hint="可暂不填" maxLength={60} />
              <TextField name="place" label="培训地点" hint="可暂不填" maxLength={60} />
            </div>
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在登记…">登记培训班</SubmitButton>
              <ButtonLink to="/classes">返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
