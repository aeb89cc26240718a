import { Form } from "@remix-run/react";
import type { UserView } from "~/data/access/user-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { chinaMinute } from "~/ui/frame/frame-data";

interface UserStepsProps {
  readonly user: UserView;
  readonly isOneself: boolean;
}

/** What one knows of the account, and the steps that stop or free it. */
export function UserSteps({ user, isOneself }: UserStepsProps) {
  return (
    <Card title="账号">
      <DescriptionList
        items={[
          {
            term: "最近登录",
            detail: user.lastSignInAt === null ? "从未登录" : chinaMinute(user.lastSignInAt),
          },
          { term: "建立于", detail: chinaMinute(user.createdAt) },
          {
            term: "密码",
            detail: user.mustChangePassword
              ? `初始密码，${chinaMinute(user.passwordChangedAt)} 发放，本人尚未修改`
              : `${chinaMinute(user.passwordChangedAt)} 由本人修改`,
          },
        ]}
      />
      {!isOneself && (
        <Form method="post" className="mt-4 flex flex-wrap gap-2">
          <input type="hidden" name="version" value={user.version} />
          <SubmitButton variant="default" name="intent" value="resetPassword" icon="lock">
            重置密码
          </SubmitButton>
          {user.isDisabled ? (
            <SubmitButton variant="default" name="intent" value="enable">
              恢复使用
            </SubmitButton>
          ) : (
            <SubmitButton variant="danger" name="intent" value="disable">
              停用账号
            </SubmitButton>
          )}
        </Form>
      )}
    </Card>
  );
}
