import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import type { Outcome } from "~/domain/shared/outcome";
import { FILING_STATE_LABELS } from "~/domain/training/filing";
import { filingForm } from "~/domain/training/filing-form";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  approveFiling,
  type ApproveFilingRefusal,
} from "~/usecases/training/approve-filing.server";
import { fileClass, type FileClassRefusal } from "~/usecases/training/file-class.server";
import { returnFiling, type ReturnFilingRefusal } from "~/usecases/training/return-filing.server";
import { submitFiling, type SubmitFilingRefusal } from "~/usecases/training/submit-filing.server";
import { errorsByField, typedValues } from "./form-values";

type Refusal = FileClassRefusal | SubmitFilingRefusal | ApproveFilingRefusal | ReturnFilingRefusal;
type Errors = Record<string, string>;

/** Answers every form of a class's filing; the button that was pressed is the `intent`. */
export async function answerFilingForm(actor: Actor, classId: string, form: FormData) {
  const values = typedValues(form);
  const intent = values["intent"] ?? "";
  const asked = { classId, version: Number(values["version"]) };
  const refuse = (errors: Errors, status = 422) => data({ intent, values, errors }, { status });
  const finish = (outcome: Outcome<null, Refusal>) => {
    if (!outcome.ok) return refuse(...explain(outcome.refusal));
    const page = intent === "file" ? `/classes/${classId}/filing` : `/classes/${classId}`;
    return redirect(`${page}?done=${intent}`);
  };
  switch (intent) {
    case "file": {
      const read = filingForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      return finish(await fileClass(actor, asked, read.data, now()));
    }
    case "submit":
      return finish(await submitFiling(actor, asked, now()));
    case "approve": {
      const seen = (values["seen"] ?? "").split(" ");
      // The box stands beside the findings; without one there is nothing to have seen.
      if (values["seen"] && values["hasSeen"] !== "on") {
        return refuse({ hasSeen: "请先核对列出的问题，勾选“已核对”后再批准" });
      }
      return finish(await approveFiling(actor, { ...asked, seen }, now()));
    }
    case "return": {
      const reason = (values["reason"] ?? "").slice(0, 500);
      return finish(await returnFiling(actor, { ...asked, reason }, now()));
    }
    default:
      return refuse({ form: "没有认出要做的操作，请重新载入本页后再试" });
  }
}

function explain(refusal: Refusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
      return [{ form: "本班花名册已封存，备案不能再改动" }, 409];
    case "changedByOthers":
      return [{ form: "别人刚刚改动过本班备案，请核对下面的最新内容后再操作" }, 409];
    case "wrongState":
      return [{ form: `备案现为“${FILING_STATE_LABELS[refusal.state]}”，不能再做这一步` }, 409];
    case "duplicate":
      return [{ startsOn: "本县已有名称、期次和开班日期都相同的培训班" }, 422];
    case "foreignChoice":
      return [{ [refusal.field]: "只能选本县的，请重新选择" }, 422];
    case "incomplete":
      return [{ form: `请先填写并保存：${refusal.missing.join("、")}` }, 422];
    case "ownWork":
      return [{ form: "您登记或报送过本班，须由另一位审核人审批" }, 422];
    case "findingsUnseen":
      return [{ form: "打开页面之后又查出了新的问题，请核对下面的清单后再批准" }, 409];
    case "reasonMissing":
      return [{ reason: "请写明退回的原因，县级据此补正" }, 422];
  }
}
