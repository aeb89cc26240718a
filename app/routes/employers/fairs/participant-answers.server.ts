import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { outcomeForm } from "~/domain/employers/fair-outcome";
import { placedPersonForm } from "~/domain/placements/filing";
import { LOOK_UP_REFUSALS } from "~/domain/people/look-up-limit";
import { asTypedNumber, looksLikeNumber } from "~/domain/people/typed-number";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { addFairParticipants, type Chosen } from "~/usecases/employers/add-participants.server";
import { readParticipantList } from "~/usecases/employers/read-participant-list.server";
import { recordOutcome } from "~/usecases/employers/record-fair-outcome.server";
import { takeOff } from "~/usecases/employers/take-off-participant.server";
import { lookUpNumber } from "~/usecases/people/look-up-number.server";
import { errorsByField, typedValues } from "../form-values";
import { explainAdding, explainOutcome } from "./participant-refusals.server";

type Errors = Record<string, string>;
type Values = Record<string, string>;

const answer = (intent: string, values: Values, errors: Errors, status = 422) =>
  data({ intent, values, errors, added: null }, { status });

/** Answers every form of a fair's people; a list comes as multipart, the rest as plain forms. */
export async function answerParticipants(
  actor: Actor,
  fair: { readonly id: string; readonly countyCode: string },
  request: Request,
) {
  const fairId = fair.id;
  if (request.headers.get("Content-Type")?.startsWith("multipart/form-data") === true) {
    return answerList(actor, fairId, request);
  }
  const form = await request.formData();
  const values = typedValues(form);
  const intent = values["intent"] ?? "";
  const here = `/job-fairs/${fairId}/participants`;
  const refuse = (errors: Errors, status = 422) => answer(intent, values, errors, status);
  const one = {
    fairId,
    participantId: values["participantId"] ?? "",
    version: Number(values["version"]),
  };
  switch (intent) {
    case "find":
      return find(actor, fairId, (values["q"] ?? "").trim());
    case "newcomer": {
      const read = placedPersonForm.typed.safeParse({ ...values, countyCode: fair.countyCode });
      if (!read.success) return refuse(errorsByField(read.error));
      return add(actor, fairId, { newcomer: read.data }, intent, values);
    }
    case "add":
      return add(actor, fairId, { personIds: form.getAll("person").map(String) }, intent);
    case "outcome": {
      const read = outcomeForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      const outcome = await recordOutcome(actor, one, read.data, now());
      return outcome.ok ? redirect(`${here}?done=1`) : refuse(...explainOutcome(outcome.refusal));
    }
    case "takeOff": {
      const asked = { ...one, reason: values["reason"] ?? "" };
      const outcome = await takeOff(actor, asked, now());
      return outcome.ok ? redirect(`${here}?done=1`) : refuse(...explainOutcome(outcome.refusal));
    }
    default:
      return refuse({ form: "没有认出要做的操作，请重新载入本页后再试" });
  }
}

/** A name goes into the address and is chosen from a list; a number in full goes in at once. */
async function find(actor: Actor, fairId: string, text: string) {
  const number = asTypedNumber(text);
  if (number === null) {
    if (looksLikeNumber(text)) {
      return answer("find", {}, { q: "身份证号须是完整、正确的 18 位，请对照身份证核对" });
    }
    const query = text === "" ? "" : `?${new URLSearchParams({ q: text.slice(0, 40) }).toString()}`;
    return redirect(`/job-fairs/${fairId}/participants${query}`);
  }
  const found = await lookUpNumber(actor, number, now());
  if (!found.ok) {
    const status = found.refusal.kind === "tooMany" ? 429 : 403;
    return answer("find", {}, { q: LOOK_UP_REFUSALS[found.refusal.kind] }, status);
  }
  const { personId } = found.value;
  return add(actor, fairId, { personIds: personId === null ? [] : [personId] }, "find");
}

async function add(
  actor: Actor,
  fairId: string,
  chosen: Chosen,
  intent: string,
  values: Values = {},
) {
  const outcome = await addFairParticipants(actor, fairId, chosen, now());
  if (!outcome.ok) return answer(intent, values, ...explainAdding(outcome.refusal, intent));
  return data({ intent, values: {}, errors: {}, added: outcome.value });
}

/** The file is read and let go: a fair keeps who was there, not the list. */
async function answerList(actor: Actor, fairId: string, request: Request) {
  const upload = await receiveUpload(request, UPLOAD_BYTES.roster);
  if (upload === null) return answer("list", {}, { file: "文件太大，请只上传参加人员名单" });
  try {
    const numbers = upload.fields["numbers"] ?? "";
    const read = await readParticipantList(actor, fairId, { numbers, file: upload.file }, now());
    if (!read.ok) {
      if (read.refusal.kind === "notFound") throw notFound();
      if (read.refusal.kind === "forbidden") throw forbidden();
      return answer("list", {}, { file: read.refusal.message });
    }
    return await add(actor, fairId, { rows: read.value }, "list");
  } finally {
    await discardUpload(upload);
  }
}
