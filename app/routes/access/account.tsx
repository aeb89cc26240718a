import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AccountRoles } from "./account-roles";
import { RunningSessions } from "./running-sessions";
import { viewAccount } from "~/data/access/account-view.server";
import { dayInChina, now as clockNow } from "~/platform/clock.server";
import { clearedSessionCookie } from "~/platform/session-cookie.server";
import { endOwnSessions } from "~/usecases/access/end-own-sessions.server";
import { requireSignedIn } from "~/usecases/access/require-actor.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";

export const handle: PageHandle = {
  title: "我的账号",
  crumb: () => ({ label: "我的账号", to: "/account" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const now = clockNow();
  const { actor, session, sessionIdHash } = await requireSignedIn(request, now);
  const view = await viewAccount(actor, sessionIdHash, now, dayInChina(now));
  const { name, organisationName } = actor;
  const hasChangedPassword = new URL(request.url).searchParams.get("changed") === "password";
  return { ...view, name, organisationName, textSize: session.textSize, hasChangedPassword };
}

export async function action({ request }: ActionFunctionArgs) {
  const now = clockNow();
  const { actor, sessionIdHash } = await requireSignedIn(request, now);
  const form = await request.formData();
  const handle = String(form.get("handle") ?? "");
  if (form.get("intent") === "endAll") await endOwnSessions(actor, "all", now);
  else if (/^[0-9a-f]{64}$/.test(handle)) {
    const ended = await endOwnSessions(actor, { handle }, now);
    if (handle !== Buffer.from(sessionIdHash).toString("hex")) return data({ ended });
  } else return data({ ended: 0 }, { status: 422 });
  return redirect("/sign-in", { headers: { "Set-Cookie": clearedSessionCookie() } });
}

export default function Account() {
  const account = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isLarge = account.textSize === "large";
  return (
    <>
      <PageHeader title="我的账号" note={`${account.name} · ${account.organisationName}`} />
      {account.hasChangedPassword && (
        <Notice kind="success" live title="密码已修改">
          其他地方的登录都已退出，请在那里用新密码重新登录。
        </Notice>
      )}
      {answer && (
        <Notice kind={answer.ended > 0 ? "success" : "warning"} live>
          {answer.ended > 0 ? "所选登录已退出。" : "所选登录已经结束，无需再退出。"}
        </Notice>
      )}
      <Card
        title="账号与密码"
        actions={
          <ButtonLink to="/account/password" icon="lock">
            修改密码
          </ButtonLink>
        }
      >
        <DescriptionList
          items={[
            { term: "账号", detail: account.account },
            { term: "姓名", detail: account.name },
            { term: "所在单位", detail: account.organisationName },
            { term: "密码修改于", detail: chinaMinute(account.passwordChangedAt) },
          ]}
        />
      </Card>
      <AccountRoles roles={account.roles} />
      <RunningSessions sessions={account.sessions} />
      <Card title="显示">
        <Form
          method="post"
          action="/account/text-size"
          className="flex flex-wrap items-center gap-3"
        >
          <input type="hidden" name="textSize" value={isLarge ? "normal" : "large"} />
          <input type="hidden" name="returnTo" value="/account" />
          <span>当前为{isLarge ? "大字" : "标准字号"}，换一台电脑登录后同样有效。</span>
          <SubmitButton variant="default" icon="eye">
            {isLarge ? "恢复标准字号" : "切换到大字模式"}
          </SubmitButton>
        </Form>
      </Card>
    </>
  );
}
