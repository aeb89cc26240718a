import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/platform/clock.server";
import { readSessionCookie, sessionCookie } from "~/platform/session-cookie.server";
import { landAfterSignIn } from "~/usecases/access/land-after-sign-in.server";
import { findSignedIn } from "~/usecases/access/require-actor.server";
import { signIn, type SignInRefusal } from "~/usecases/access/sign-in.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { PasswordField } from "~/ui/forms/password-field";
import { TextField } from "~/ui/forms/text-field";
import { PRODUCT_NAME } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import { Icon } from "~/ui/icon";

export const handle: PageHandle = { title: "登录", frame: "bare" };

function wantedIn(request: Request) {
  const { searchParams } = new URL(request.url);
  return { to: searchParams.get("to"), draftId: searchParams.get("draft") };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const wanted = wantedIn(request);
  const found = await findSignedIn(request, now());
  if (found !== null) throw redirect(await landAfterSignIn(found.actor.userId, wanted, now()));
  return { wasInterrupted: wanted.draftId !== null, wasSentHere: wanted.to !== null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const form = await request.formData();
  const account = String(form.get("account") ?? "");
  const outcome = await signIn(
    {
      account,
      password: String(form.get("password") ?? ""),
      ip: String(context["ip"] ?? ""),
      userAgent: request.headers.get("User-Agent") ?? "",
      formerSessionId: readSessionCookie(request),
    },
    at,
  );
  if (!outcome.ok) {
    const errors = { account: messageOf(outcome.refusal) };
    return data({ values: { account }, errors }, { status: 422 });
  }
  const { sessionId, userId } = outcome.value;
  return redirect(await landAfterSignIn(userId, wantedIn(request), at), {
    headers: { "Set-Cookie": sessionCookie(sessionId) },
  });
}

function messageOf(refusal: SignInRefusal): string {
  switch (refusal.kind) {
    case "wrong":
      return "账号或密码不正确，请核对后重新输入";
    case "tooMany":
      return `登录失败次数过多，请 ${refusal.minutes} 分钟后再试`;
  }
}

export default function SignIn() {
  const { wasInterrupted, wasSentHere } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="mx-auto mt-4 max-w-md md:mt-16">
      <div className="rounded border border-slate-200 bg-white px-6 py-7 shadow-sm md:px-8">
        <h1 className="mb-1 text-xl font-semibold text-slate-900">登录</h1>
        <p className="mb-5 text-slate-600">{PRODUCT_NAME}</p>
        {wasInterrupted && (
          <Notice kind="info" title="登录已超时，刚才填写的内容已保存">
            登录后会回到原来的页面并自动填好，尚未提交，不会重复报送。
          </Notice>
        )}
        {!wasInterrupted && wasSentHere && !answer && (
          <Notice kind="info">请先登录，登录后将回到刚才的页面。</Notice>
        )}
        <ErrorSummary errors={answer?.errors} heading="未能登录" />
        <Form method="post" replace>
          <FormFeedback feedback={answer && { values: answer.values }}>
            <TextField
              name="account"
              label="账号"
              autoComplete="username"
              maxLength={64}
              autoFocus={answer === undefined}
              className="mb-4"
              required
            />
            <PasswordField
              name="password"
              label="密码"
              autoComplete="current-password"
              className="mb-6"
              required
            />
          </FormFeedback>
          <SubmitButton size="large" className="w-full">
            登录
          </SubmitButton>
        </Form>
        <p className="mt-5 text-slate-600">忘记密码或账号停用，请联系本单位的系统管理员重置。</p>
      </div>
      <p className="mt-4 flex items-start justify-center gap-1.5 px-2 text-xs text-slate-600">
        <Icon name="lock" className="mt-px h-3.5 w-3.5" />
        本系统处理个人信息，请勿转借账号；查看、修改、导出全程留痕。
      </p>
    </div>
  );
}
