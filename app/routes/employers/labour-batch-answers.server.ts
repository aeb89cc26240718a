import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { labourBatchForm } from "~/domain/employers/labour-batch";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  correctLabourBatch,
  registerLabourBatch,
  type CorrectBatchRefusal,
  type RegisterBatchRefusal,
} from "~/usecases/employers/save-labour-batch.server";
import { errorsByField, typedValues } from "./form-values";

type Errors = Record<string, string>;

const DUPLICATE = { name: "本县已有同名的批次，请换一个名称" };
const NO_SUCH_REGION = { workplaceCode: "请从列表中选择目的地" };

/** Answers the form of a new batch. */
export async function answerNewBatch(actor: Actor, form: FormData) {
  const values = typedValues(form);
  const refuse = (errors: Errors) => data({ values, errors }, { status: 422 });
  const read = labourBatchForm.safeParse(values);
  if (!read.success) return refuse(errorsByField(read.error));
  const { countyCode = "", intermediaryId = "" } = values;
  const outcome = await registerLabourBatch(
    actor,
    { countyCode, intermediaryId },
    read.data,
    now(),
  );
  if (outcome.ok) return redirect(`/labour-batches/${outcome.value}?done=create`);
  return refuse(explainNew(outcome.refusal));
}

/** Answers the form that corrects a batch. */
export async function answerBatchForm(actor: Actor, batchId: string, form: FormData) {
  const values = typedValues(form);
  const refuse = (errors: Errors, status = 422) => data({ values, errors }, { status });
  const read = labourBatchForm.safeParse(values);
  if (!read.success) return refuse(errorsByField(read.error));
  const asked = { batchId, version: Number(values["version"]) };
  const outcome = await correctLabourBatch(actor, asked, read.data, now());
  if (outcome.ok) return redirect(`/labour-batches/${batchId}?done=change`);
  return refuse(...explain(outcome.refusal));
}

function explainNew(refusal: RegisterBatchRefusal): Errors {
  switch (refusal.kind) {
    case "forbidden":
      return { countyCode: "您没有在该县（市、区）登记批次的权限" };
    case "noIntermediary":
      return { form: "组织单位须是登记为“劳务中介机构”的单位，请重新选定" };
    case "duplicate":
      return DUPLICATE;
    case "noSuchRegion":
      return NO_SUCH_REGION;
  }
}

function explain(refusal: CorrectBatchRefusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "duplicate":
      return [DUPLICATE, 422];
    case "noSuchRegion":
      return [NO_SUCH_REGION, 422];
    case "changedByOthers":
      return [{ form: "别人刚刚修改过这一批，请重新载入本页，核对后再改" }, 409];
  }
}
