import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now as clockNow } from "~/platform/clock.server";
import { sessionCookie } from "~/platform/session-cookie.server";
import {
  changePassword,
  type ChangePasswordRefusal,
} from "~/usecases/access/change-password.server";
import { requireSignedIn } from "~/usecases/access/require-actor.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { PasswordField } from "~/ui/forms/password-field";
import type { PageHandle } from "~/ui/frame/page-handle";

export const handle: PageHandle = {
  title: "修改密码",
  crumb: () => ({ label: "修改密码" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireSignedIn(request);
  return { mustChange: session.mustChangePassword };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const now = clockNow();
  const { actor, session } = await requireSignedIn(request, now);
  const form = await request.formData();
  const [current, wanted, again] = ["currentPassword", "newPassword", "newPasswordAgain"].map(
    (name) => String(form.get(name) ?? ""),
  );
  if (wanted !== again) {
    const errors = { newPasswordAgain: "两次输入的新密码不一致，请重新输入" };
    return data({ errors }, { status: 422 });
  }
  const outcome = await changePassword(
    {
      userId: actor.userId,
      current: current ?? "",
      wanted: wanted ?? "",
      ip: String(context["ip"] ?? ""),
      userAgent: request.headers.get("User-Agent") ?? "",
    },
    now,
  );
  if (!outcome.ok) return data({ errors: errorsOf(outcome.refusal) }, { status: 422 });
  return redirect(session.mustChangePassword ? "/" : "/account?changed=password", {
    headers: { "Set-Cookie": sessionCookie(outcome.value.sessionId) },
  });
}

function errorsOf(refusal: ChangePasswordRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "wrongCurrent":
      return { currentPassword: "现在的密码不正确" };
    case "tooMany":
      return { currentPassword: `输错次数过多，请 ${refusal.minutes} 分钟后再试` };
    case "notAllowed":
      return { newPassword: refusal.problems.join("；") };
  }
}

export default function ChangePassword() {
  const { mustChange } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={mustChange ? "请先设置自己的密码" : "修改密码"} />
      <Card className="max-w-xl">
        {mustChange && (
          <Notice kind="info">
            您现在用的是管理员给的初始密码。设置只有自己知道的密码后，才能办理业务。
          </Notice>
        )}
        <ErrorSummary errors={answer?.errors} />
        <Form method="post">
          <FormFeedback feedback={answer}>
            <div className="space-y-4">
              <PasswordField
                name="currentPassword"
                label={mustChange ? "初始密码" : "现在的密码"}
                autoComplete="current-password"
                required
              />
              <PasswordField
                name="newPassword"
                label="新密码"
                hint="至少 12 个字符，或含 8 个以上汉字的一句话；可以有空格。不要用账号、姓名、单位名称和常见密码。"
                autoComplete="new-password"
                required
              />
              <PasswordField
                name="newPasswordAgain"
                label="再输入一次新密码"
                autoComplete="new-password"
                required
              />
            </div>
          </FormFeedback>
          <div className="mt-5 flex gap-2">
            <SubmitButton>保存新密码</SubmitButton>
            {!mustChange && <ButtonLink to="/account">返回</ButtonLink>}
          </div>
        </Form>
      </Card>
    </>
  );
}
