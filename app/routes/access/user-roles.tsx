import { Form } from "@remix-run/react";
import type { UserRoleView, UserView } from "~/data/access/user-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import type { Tone } from "~/ui/tone";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const STATE: Record<UserRoleView["state"], { label: string; tone: Tone }> = {
  inForce: { label: "生效中", tone: "success" },
  ahead: { label: "未到起始日", tone: "info" },
  over: { label: "已到期", tone: "neutral" },
};

const COLUMNS: readonly Column<UserRoleView>[] = [
  { key: "role", header: "角色", cell: (held) => held.label, isRowHeader: true },
  { key: "region", header: "地区", cell: (held) => held.region },
  { key: "from", header: "起始日", cell: (held) => held.from, className: "tabular-nums" },
  { key: "to", header: "截止日", cell: (held) => held.to ?? "长期", className: "tabular-nums" },
  { key: "state", header: "状态", cell: (held) => <StateBadge {...STATE[held.state]} /> },
];

interface UserRolesProps {
  readonly user: Pick<UserView, "roles" | "version">;
  readonly mayEnd: boolean;
}

export function UserRoles({ user, mayEnd }: UserRolesProps) {
  const ending: Column<UserRoleView> = {
    key: "end",
    header: "操作",
    cell: (held) =>
      held.state === "over" ? null : (
        <Form method="post">
          <input type="hidden" name="version" value={user.version} />
          <input type="hidden" name="roleId" value={held.id} />
          <SubmitButton variant="danger" size="small" name="intent" value="endRole">
            收回
          </SubmitButton>
        </Form>
      ),
  };
  return (
    <Card title="角色" flush>
      <DataTable
        caption="持有的角色"
        columns={mayEnd ? [...COLUMNS, ending] : COLUMNS}
        rows={user.roles}
        rowKey={(held) => held.id}
        tall={false}
        empty={
          <EmptyState title="还没有角色" icon="users">
            在下面授予角色，本人才能办理业务。
          </EmptyState>
        }
      />
    </Card>
  );
}
