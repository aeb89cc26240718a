import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import type { Outcome } from "~/domain/shared/outcome";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { dropWageLine } from "~/usecases/posts/drop-wage-line.server";
import { lockWageSheet } from "~/usecases/posts/lock-wage-sheet.server";
import { approveWageSheet, returnWageSheet } from "~/usecases/posts/review-wage-sheet.server";
import {
  redrawWageSheet,
  removeWageSheet,
  takeOffWageSheet,
} from "~/usecases/posts/rewrite-wage-sheet.server";
import { submitWageSheet } from "~/usecases/posts/submit-wage-sheet.server";
import { typedValues } from "./form-values";
import { wageRefusalErrors, type WageRefusal } from "./wage-refusals";

type Refusal = WageRefusal | { readonly kind: "notFound" } | { readonly kind: "forbidden" };

/** Answers the forms of a sheet's own page, told apart by their `intent`. */
export async function answerWageSheet(actor: Actor, sheetId: string, form: FormData) {
  const values = typedValues(form);
  const reason = (values["reason"] ?? "").slice(0, 200);
  const asked = { sheetId, version: Number(values["version"]) };
  const to = `/wage-sheets/${sheetId}?done=${values["intent"] ?? ""}`;
  switch (values["intent"]) {
    case "redraw":
      return answered(await redrawWageSheet(actor, asked, now()), values, to);
    case "submit":
      return answered(await submitWageSheet(actor, asked, now()), values, to);
    case "approve":
      return answered(await approveWageSheet(actor, asked, now()), values, to);
    case "return":
      return answered(await returnWageSheet(actor, { ...asked, reason }, now()), values, to);
    case "remove":
      return answered(await removeWageSheet(actor, { ...asked, reason }, now()), values, to);
    case "lock":
      return answered(await lockWageSheet(actor, asked, now()), values, to);
    default:
      throw notFound();
  }
}

/** Answers the form that takes one line off: of a sheet that is written, or (`drop`) of an approved one. */
export async function answerTakeOff(
  actor: Actor,
  line: { readonly sheetId: string; readonly lineId: string },
  values: Readonly<Record<string, string>>,
) {
  const reason = (values["reason"] ?? "").slice(0, 200);
  const asked = { ...line, reason, version: Number(values["version"]) };
  const to = `/wage-sheets/${line.sheetId}?done=takeOff`;
  const isDrop = values["intent"] === "drop";
  const outcome = isDrop
    ? await dropWageLine(actor, asked, now())
    : await takeOffWageSheet(actor, asked, now());
  return answered(outcome, values, to);
}

/** Where it went through: the address; else the form with its errors. */
export function answered(
  outcome: Outcome<unknown, Refusal>,
  values: Readonly<Record<string, string>>,
  to: string,
) {
  if (outcome.ok) return redirect(to);
  const { refusal } = outcome;
  if (refusal.kind === "notFound") throw notFound();
  if (refusal.kind === "forbidden") throw forbidden();
  const errors = wageRefusalErrors(refusal);
  // Two forms of the page ask for a reason: only the refused one shows what was typed.
  return data({ values, errors, intent: values["intent"] ?? "" }, { status: 422 });
}
