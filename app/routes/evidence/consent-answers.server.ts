import type { Actor } from "~/domain/access/actor";
import { consentForm, withdrawalForm } from "~/domain/evidence/consent";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  recordConsent,
  type RecordConsentRefusal,
} from "~/usecases/evidence/record-consent.server";
import {
  withdrawConsent,
  type WithdrawConsentRefusal,
} from "~/usecases/evidence/withdraw-consent.server";

export interface ConsentAnswer {
  readonly done: "give" | "withdraw" | null;
  readonly intent: "give" | "withdraw";
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** One of the two forms of the page: a consent given on paper, or one withdrawn. */
export async function answerConsentForm(
  actor: Actor,
  personId: string,
  form: FormData,
): Promise<ConsentAnswer> {
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const intent = values["intent"] === "withdraw" ? "withdraw" : "give";
  const refuse = (errors: Record<string, string>) =>
    ({ done: null, intent, values, errors }) as const;
  const given = { purpose: "", givenOn: "", witness: "", way: "", reason: "", ...values };
  const parsed = (intent === "give" ? consentForm : withdrawalForm).safeParse(given);
  if (!parsed.success) {
    return refuse(
      Object.fromEntries(
        parsed.error.issues.map(({ path, message }) => [String(path[0]), message]),
      ),
    );
  }
  const asked = { ...parsed.data, personId };
  if ("givenOn" in asked) {
    const outcome = await recordConsent(actor, asked, now());
    if (!outcome.ok) return refuse(givenErrors(outcome.refusal));
  } else {
    const outcome = await withdrawConsent(actor, asked, now());
    if (!outcome.ok) return refuse(withdrawnErrors(outcome.refusal));
  }
  return { done: intent, intent, values: {}, errors: {} };
}

function givenErrors(refusal: RecordConsentRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "inFuture":
      return { givenOn: "同意日期不能晚于今天" };
    case "noNotice":
      return { givenOn: "这一天还没有施行的告知书，请核对日期" };
    case "alreadyStands":
      return { purpose: "这一事项已经同意，不用重复登记" };
  }
}

function withdrawnErrors(refusal: WithdrawConsentRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "nothingStands":
      return { purpose: "这一事项没有有效的同意，无可撤回" };
  }
}
