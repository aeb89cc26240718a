import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { employerForm } from "~/domain/employers/employer-form";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  correctEmployer,
  type CorrectEmployerRefusal,
} from "~/usecases/employers/correct-employer.server";
import {
  revealContactPhone,
  type RevealContactRefusal,
} from "~/usecases/employers/reveal-contact-phone.server";
import { errorsByField, typedValues } from "./form-values";

type Errors = Record<string, string>;

const NO_STORE = { "Cache-Control": "no-store" };

/** Answers the forms of an employer's page; the button that was pressed is the `intent`. */
export async function answerEmployerForm(actor: Actor, employerId: string, form: FormData) {
  const values = typedValues(form);
  const intent = values["intent"] ?? "";
  const refuse = (errors: Errors, status = 422) =>
    data({ intent, values, errors, phone: null }, { status });
  switch (intent) {
    case "change": {
      const read = employerForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      const asked = { employerId, version: Number(values["version"]) };
      const outcome = await correctEmployer(actor, asked, read.data, now());
      if (outcome.ok) return redirect(`/employers/${employerId}?done=change`);
      return refuse(...explain(outcome.refusal));
    }
    case "revealPhone": {
      const outcome = await revealContactPhone(actor, employerId, now());
      if (!outcome.ok) return refuse(...explainReveal(outcome.refusal));
      const shown = { intent, values: {}, errors: {}, phone: outcome.value };
      return data(shown, { headers: NO_STORE });
    }
    default:
      return refuse({ form: "没有认出要做的操作，请重新载入本页后再试" });
  }
}

function explain(refusal: CorrectEmployerRefusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "duplicate":
      return [{ creditCode: "另一家单位已登记这个代码（没有代码的，是同一个名称）" }, 422];
    case "changedByOthers":
      return [{ form: "别人刚刚修改过这家单位，请重新载入本页，核对后再改" }, 409];
  }
}

function explainReveal(refusal: RevealContactRefusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "noPhone":
      return [{ form: "这家单位没有登记联系电话" }, 409];
    case "tooMany":
      return [{ form: "查看电话过于频繁，请稍后再试" }, 429];
  }
}
