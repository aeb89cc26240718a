import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FirstPasswordNotice } from "./first-password-notice";
import { GrantRoleForm } from "./grant-role-form";
import { requireAdministrator } from "./require-administrator.server";
import { actOnUser } from "./user-actions.server";
import { UserStateBadge } from "./user-columns";
import { UserForm } from "./user-form";
import { UserRoles } from "./user-roles";
import { UserSteps } from "./user-steps";
import { listOrganisations } from "~/data/access/organisations-view.server";
import { listRegionChoices } from "~/data/access/region-choices-view.server";
import { viewUser } from "~/data/access/user-view.server";
import { notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (view) => view.user.name,
  crumb: (view) => ({ label: view.user.name }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, today } = await requireAdministrator(request, "user.manage");
  const user = await viewUser(actor, params["userId"] ?? "", today);
  if (user === null) throw notFound();
  return {
    user,
    isOneself: user.id === actor.userId,
    organisations: await listOrganisations(actor),
    regions: listRegionChoices(actor, "user.manage", today),
    today,
    done: new URL(request.url).searchParams.get("done") ?? "",
  };
}

export const action = ({ request, params }: ActionFunctionArgs) =>
  actOnUser(request, params["userId"] ?? "");

const DONE = new Map([
  ["change", "资料已保存。"],
  ["disable", "账号已停用，本人的登录已全部失效。"],
  ["enable", "账号已恢复使用。"],
  ["grant", "角色已授予，本人下一步操作即生效。"],
  ["endRole", "角色已收回，本人下一步操作即失效。"],
]);

export default function User() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { user, isOneself } = view;
  const done = answer ? undefined : DONE.get(view.done);
  const feedbackOf = (intent: string) => (answer?.intent === intent ? answer : undefined);
  return (
    <>
      <PageHeader
        title={user.name}
        badge={<UserStateBadge user={user} />}
        note={`${user.account} · ${user.organisationName}`}
      />
      <ErrorSummary errors={answer?.errors} />
      {done && (
        <Notice kind="success" live>
          {done}
        </Notice>
      )}
      {answer?.firstPassword && (
        <FirstPasswordNotice
          name={user.name}
          account={user.account}
          password={answer.firstPassword}
        />
      )}
      {isOneself && (
        <Notice kind="info">这是您自己的账号：角色、停用和密码重置须由另一位管理员办理。</Notice>
      )}
      <UserRoles user={user} mayEnd={!isOneself} />
      {!isOneself && !user.isDisabled && (
        <GrantRoleForm
          version={user.version}
          regions={view.regions}
          today={view.today}
          feedback={feedbackOf("grant")}
        />
      )}
      <UserForm user={user} organisations={view.organisations} feedback={feedbackOf("change")} />
      <UserSteps user={user} isOneself={isOneself} />
    </>
  );
}
