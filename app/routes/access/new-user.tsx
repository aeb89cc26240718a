import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FirstPasswordNotice } from "./first-password-notice";
import { errorsByField, typedValues } from "./form-errors";
import { requireAdministrator } from "./require-administrator.server";
import { listOrganisations } from "~/data/access/organisations-view.server";
import { newUserForm } from "~/domain/access/administration-forms";
import { createUser, type CreateUserRefusal } from "~/usecases/access/create-user.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";

export const handle: PageHandle = {
  title: "新增用户",
  crumb: () => ({ label: "新增用户" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireAdministrator(request, "user.manage");
  return { organisations: await listOrganisations(actor) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, now } = await requireAdministrator(request, "user.manage");
  const values = typedValues(await request.formData());
  const refuse = (errors: Record<string, string>) =>
    data({ created: null, values, errors }, { status: 422 });
  const read = newUserForm.safeParse(values);
  if (!read.success) return refuse(errorsByField(read.error));
  const outcome = await createUser(actor, read.data, now);
  if (!outcome.ok) return refuse(errorsOf(outcome.refusal));
  const { account, name } = read.data;
  const created = {
    id: outcome.value.userId,
    account,
    name,
    password: outcome.value.firstPassword,
  };
  return data({ created, values: undefined, errors: undefined });
}

function errorsOf(refusal: CreateUserRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "organisationNotFound":
    case "forbidden":
      return { organisationId: "这个单位不在您的管理范围内，请另选" };
    case "accountTaken":
      return { account: "这个账号已有人使用，请换一个" };
  }
}

export default function NewUser() {
  const { organisations } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.created) return <Created user={answer.created} />;
  return (
    <>
      <PageHeader title="新增用户" />
      <Card className="max-w-xl">
        <ErrorSummary errors={answer?.errors} />
        <Form method="post">
          <FormFeedback feedback={answer}>
            <div className="space-y-4">
              <TextField name="name" label="姓名" maxLength={30} required />
              <TextField
                name="account"
                label="账号"
                hint="字母开头，3 至 32 位字母、数字和 . _ -；设定后不能更改"
                maxLength={32}
                required
              />
              <SelectField
                name="organisationId"
                label="所在单位"
                options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
                required
              />
            </div>
          </FormFeedback>
          <div className="mt-5 flex gap-2">
            <SubmitButton>新增用户</SubmitButton>
            <ButtonLink to="/users">返回</ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}

interface CreatedUser {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly password: string;
}

function Created({ user }: { readonly user: CreatedUser }) {
  return (
    <>
      <PageHeader title="用户已新增" note="下一步：授予角色，否则本人登录后没有可办理的业务" />
      <FirstPasswordNotice {...user} />
      <div className="flex gap-2">
        <ButtonLink to={`/users/${user.id}`} variant="primary">
          授予角色
        </ButtonLink>
        <ButtonLink to="/users/new" reloadDocument>
          再新增一个
        </ButtonLink>
      </div>
    </>
  );
}
