import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { readExplanations } from "~/domain/targets/reconciliation-form";
import type { ReconciliationSide } from "~/domain/targets/reconciliation";
import { now } from "~/platform/clock.server";
import { drawCountyList } from "~/usecases/targets/draw-county-list.server";
import { explainDifferences } from "~/usecases/targets/explain-differences.server";
import { reopenReconciliation } from "~/usecases/targets/reopen-reconciliation.server";
import { signReconciliation } from "~/usecases/targets/sign-reconciliation.server";
import { withdrawReconciliationSignature } from "~/usecases/targets/withdraw-reconciliation-signature.server";
import { explainRefusal, type PageRefusal } from "./refusal-words.server";
import { typedValues } from "./typed-values";

/** Answers every form of a reconciliation's page; the button that was pressed is the `intent`. */
export async function answerReconciliationForm(actor: Actor, id: string, form: FormData) {
  const values = typedValues(form);
  const asked = { id, version: Number(values["version"]) };
  const group = /^\w+$/.exec(values["group"] ?? "")?.[0];
  const go = (done: string) =>
    redirect(`/reconciliations/${id}?done=${done}${group === undefined ? "" : `&group=${group}`}`);
  const refuse = (errors: Readonly<Record<string, string>>, status = 422) =>
    data({ values, errors }, { status });
  const refuseAs = (refusal: PageRefusal) => refuse(...explainRefusal(refusal));
  const sign = async (side: ReconciliationSide) => {
    const outcome = await signReconciliation(actor, asked, side, now());
    if (!outcome.ok) return refuseAs(outcome.refusal);
    return go(outcome.value.isLocked ? "locked" : "sign");
  };
  const withdraw = async (side: ReconciliationSide) => {
    const outcome = await withdrawReconciliationSignature(actor, id, side, now());
    return outcome.ok ? go("withdraw") : refuseAs(outcome.refusal);
  };
  switch (values["intent"]) {
    case "draw": {
      const outcome = await drawCountyList(actor, asked, now());
      if (!outcome.ok) return refuseAs(outcome.refusal);
      return go(outcome.value.isChanged ? "draw" : "same");
    }
    case "explain": {
      const read = readExplanations(values);
      if (!read.ok) return refuse(read.errors);
      const outcome = await explainDifferences(actor, asked, read, now());
      return outcome.ok ? go("explain") : refuseAs(outcome.refusal);
    }
    case "signCounty":
      return sign("county");
    case "signDistrict":
      return sign("district");
    case "withdrawCounty":
      return withdraw("county");
    case "withdrawDistrict":
      return withdraw("district");
    case "reopen": {
      const reason = (values["reason"] ?? "").slice(0, 200);
      const outcome = await reopenReconciliation(actor, asked, reason, now());
      return outcome.ok ? go("reopen") : refuseAs(outcome.refusal);
    }
    default:
      return refuse({ form: "没有认出要做的操作，请重新载入本页后再试" });
  }
}
