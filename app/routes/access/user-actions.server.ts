import { data, redirect } from "@remix-run/node";
import { errorsByField, typedValues } from "./form-errors";
import { requireAdministrator } from "./require-administrator.server";
import { roleForm, userForm } from "~/domain/access/administration-forms";
import type { Outcome } from "~/domain/shared/outcome";
import { notFound } from "~/platform/http/not-found.server";
import { changeUser, type ChangeUserRefusal } from "~/usecases/access/change-user.server";
import { endRole, type EndRoleRefusal } from "~/usecases/access/end-role.server";
import { grantRole, type GrantRoleRefusal } from "~/usecases/access/grant-role.server";
import { resetPassword, type ResetPasswordRefusal } from "~/usecases/access/reset-password.server";
import { setUserEnabled } from "~/usecases/access/set-user-enabled.server";

type Refusal = ChangeUserRefusal | GrantRoleRefusal | EndRoleRefusal | ResetPasswordRefusal;
type Errors = Record<string, string>;

/** What the page of one user sends; the button that was pressed is the `intent`. */
export async function actOnUser(request: Request, userId: string) {
  const { actor, now } = await requireAdministrator(request, "user.manage");
  const values = typedValues(await request.formData());
  const version = Number(values["version"]);
  const refuse = (errors: Errors) =>
    data({ intent: values["intent"], values, errors, firstPassword: null }, { status: 422 });
  const finish = (outcome: Outcome<unknown, Refusal>) =>
    outcome.ok
      ? redirect(`/users/${userId}?done=${values["intent"]}`)
      : refuse(errorsOf(outcome.refusal));
  switch (values["intent"]) {
    case "change": {
      const read = userForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      return finish(await changeUser(actor, userId, version, read.data, now));
    }
    case "disable":
    case "enable": {
      const isEnabled = values["intent"] === "enable";
      return finish(await setUserEnabled(actor, userId, version, isEnabled, now));
    }
    case "grant": {
      const read = roleForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      return finish(await grantRole(actor, userId, version, read.data, now));
    }
    case "endRole": {
      const roleId = values["roleId"] ?? "";
      return finish(await endRole(actor, { userId, roleId, version }, now));
    }
    case "resetPassword": {
      const outcome = await resetPassword(actor, userId, version, now);
      if (!outcome.ok) return refuse(errorsOf(outcome.refusal));
      const { firstPassword } = outcome.value;
      return data({ intent: "resetPassword", values: undefined, errors: undefined, firstPassword });
    }
    default:
      return refuse({ form: "没有认出要做的操作，请重新载入本页后再试" });
  }
}

function errorsOf(refusal: Refusal): Errors {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "organisationNotFound":
      return { organisationId: "这个单位不在您的管理范围内，请另选" };
    case "forbidden":
      return { form: "这个地区或单位不在您的管理范围内" };
    case "oneself":
      return { form: "不能停用自己、重置自己的密码或改动自己的角色，请由另一位管理员办理" };
    case "actsBeyond":
      return { form: "这个用户还在您管理范围以外的地区任职，请由管理那里的管理员重置密码" };
    case "changedByOthers":
      return { form: "别人刚刚修改过这个用户，请重新载入本页，核对后再改" };
    case "wrongSeat":
      return { regionCode: "这个角色不能设在所选层级的地区，请另选地区" };
    case "alreadyEnded":
      return { form: "这个角色已经到期，无需收回" };
    case "incompatible":
      return {
        role: [...new Set(refusal.conflicts.map(({ reason }) => reason))].join("；"),
      };
  }
}
