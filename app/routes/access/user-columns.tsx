import type { UserRow } from "~/data/access/users-view.server";
import { UNUSED_AFTER_DAYS, type UserState } from "~/domain/access/user-state";
import { StateBadge } from "~/ui/display/badge";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";

export const USER_STATE_LABELS: Record<UserState, string> = {
  active: "使用中",
  disabled: "已停用",
  firstPassword: "未修改初始密码",
  unused: `${UNUSED_AFTER_DAYS} 天未登录`,
};

export const USER_COLUMNS: readonly Column<UserRow>[] = [
  { key: "name", header: "姓名", cell: (row) => row.name, isRowHeader: true },
  { key: "account", header: "账号", cell: (row) => row.account },
  { key: "organisation", header: "单位", cell: (row) => row.organisationName },
  {
    key: "roles",
    header: "生效中的角色",
    cell: (row) => (row.roles.length === 0 ? "无" : row.roles.join("、")),
    className: "min-w-[14rem] whitespace-normal",
  },
  {
    key: "lastSignIn",
    header: "最近登录",
    cell: (row) => (row.lastSignInAt === null ? "从未登录" : chinaMinute(row.lastSignInAt)),
    className: "tabular-nums",
  },
  { key: "state", header: "状态", cell: (row) => <UserStateBadge user={row} /> },
];

interface UserStateBadgeProps {
  readonly user: {
    readonly isDisabled: boolean;
    readonly mustChangePassword: boolean;
    readonly isUnused?: boolean;
  };
}

/** The one thing about an account that its administrator should know first. */
export function UserStateBadge({ user }: UserStateBadgeProps) {
  if (user.isDisabled) return <StateBadge label={USER_STATE_LABELS.disabled} tone="neutral" />;
  if (user.isUnused) return <StateBadge label={USER_STATE_LABELS.unused} tone="warning" />;
  if (user.mustChangePassword) {
    return <StateBadge label={USER_STATE_LABELS.firstPassword} tone="info" />;
  }
  return <StateBadge label={USER_STATE_LABELS.active} tone="success" />;
}
