import type { Actor } from "~/domain/access/actor";
import { accountForm } from "~/domain/posts/appointment";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { recordAccount } from "~/usecases/posts/record-account.server";
import { revealAccount, type RevealAccountRefusal } from "~/usecases/posts/reveal-account.server";
import { vouchForPayee, type VouchRefusal } from "~/usecases/posts/vouch-for-payee.server";
import { errorsByField, typedValues } from "./form-values";

type Texts = Readonly<Record<string, string>>;

/** Where to go on, or the page again: the account in full, or what was wrong. */
export type AccountAnswer =
  | { readonly to: string }
  | {
      readonly shown: string | null;
      readonly values: Texts;
      readonly errors: Texts;
      readonly status: number;
    };

/** Answers the page of an account: entered, shown in full for a reason, or found to be the person's own. */
export async function answerAccount(
  actor: Actor,
  appointmentId: string,
  form: FormData,
): Promise<AccountAnswer> {
  const typed = typedValues(form);
  if (typed["intent"] === "reveal") return reveal(actor, appointmentId, typed["reason"] ?? "");
  if (typed["intent"] === "vouch") return vouch(actor, appointmentId, typed["note"] ?? "");
  // The account's digits do not come back with a refused form: they are typed again.
  const { holderName = "", bankName = "" } = typed;
  const values = { intent: "save", holderName, bankName };
  const refuse = (errors: Texts, status: number) => ({ shown: null, values, errors, status });
  const read = accountForm.safeParse(typed);
  if (!read.success) return refuse(errorsByField(read.error), 422);
  const asked = { appointmentId, version: Number(typed["version"]) };
  const outcome = await recordAccount(actor, asked, read.data, now());
  if (outcome.ok) return { to: `/posts/appointments/${appointmentId}?done=account` };
  switch (outcome.refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "removed":
      return refuse({ form: "这条聘用登记已撤销，不能再登记账户" }, 409);
    case "changedByOthers":
      return refuse({ form: "别人刚刚改过这条聘用登记，请重新载入本页，核对后再办" }, 409);
  }
}

async function reveal(actor: Actor, appointmentId: string, reason: string) {
  const outcome = await revealAccount(actor, appointmentId, reason, now());
  if (outcome.ok) return { shown: outcome.value.account, values: {}, errors: {}, status: 200 };
  const values = { intent: "reveal", reason };
  return { shown: null, values, errors: explain(outcome.refusal), status: 422 };
}

function explain(refusal: RevealAccountRefusal): Texts {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "noAccount":
      return { reason: "还没有登记收款账户" };
    case "noReason":
      return { reason: "请写明查看完整账号的理由，如 核对银行退回的代发" };
    case "tooMany":
      return { reason: "查看完整账号过于频繁（每分钟 30 次、每天 300 次），请稍后再试" };
  }
}

async function vouch(actor: Actor, appointmentId: string, note: string): Promise<AccountAnswer> {
  const outcome = await vouchForPayee(actor, { appointmentId, note }, now());
  if (outcome.ok) return { to: `/posts/appointments/${appointmentId}?done=vouch` };
  const values = { intent: "vouch", note };
  return { shown: null, values, errors: explainVouch(outcome.refusal), status: 422 };
}

function explainVouch(refusal: VouchRefusal): Texts {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "noAccount":
      return { form: "还没有登记收款账户" };
    case "ownWork":
      return { form: "这个账户是您登记的，请另一位审核人核对" };
    case "noNote":
      return { note: "请写明核对的依据（至少 4 个字），如 已核对本人银行卡和身份证" };
    case "notShared":
      return { form: "这个账号没有发放给过别人，不需要核对" };
    case "othersStand":
      return { form: "还有别人登记的也是这个账号，请先把他们改登本人账户，再来核对" };
  }
}
