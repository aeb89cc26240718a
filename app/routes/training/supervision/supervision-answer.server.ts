import { data } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { parseInk, inkIsEnough } from "~/domain/evidence/ink";
import { outcomeField, supervisionForm } from "~/domain/evidence/supervision-form";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload } from "~/platform/http/receive-upload.server";
import {
  recordSupervision,
  type RecordSupervisionRefusal,
} from "~/usecases/evidence/record-supervision.server";
import { errorsByField } from "../form-values";

/** Bytes of the photograph of a signed page. */
const PHOTO_BYTES = 20 * 1024 * 1024;

type Errors = Record<string, string>;

/** Takes the sent record in; answers its id, or what the form has to say. */
export async function answerSupervisionForm(
  actor: Actor,
  classId: string,
  request: Request,
  at: Date,
) {
  const upload = await receiveUpload(request, PHOTO_BYTES);
  if (upload === null) {
    return refusal({ ink: "照片超过 20 MB。请降低分辨率后再上传，其余内容须重新填写" }, {}, 413);
  }
  const { fields, file: photo } = upload;
  const parsed = supervisionForm.safeParse(fields);
  const errors = parsed.success ? {} : errorsByField(parsed.error);
  const drawn = fields["ink"] ?? "";
  const ink = drawn === "" ? null : parseInk(drawn);
  if (photo === null && (ink === null || !inkIsEnough(ink))) {
    errors["ink"] = drawn === "" ? "请签名，或上传签字的照片" : "签名太短或认不出，请重写";
  }
  if (!parsed.success || Object.keys(errors).length > 0) {
    await discardUpload(upload);
    return refusal(errors, fields);
  }
  const given = { classId, form: parsed.data, fields, ink, photo };
  const outcome = await recordSupervision(actor, given, at);
  return outcome.ok ? outcome.value.recordId : refusal(errorsOf(outcome.refusal), fields);
}

/** The drawn signature does not come back: it is drawn for the record as it stands. */
function refusal(errors: Errors, { ink: _ink, ...values }: Errors, status = 422) {
  return data({ errors, values }, { status });
}

function errorsOf(refusal: RecordSupervisionRefusal): Errors {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
      return { way: "花名册已封存，不能再登记监督记录" };
    case "runsClass":
      return { way: "本班由您经办，不能由您监督" };
    case "partyMissing":
      return { party: "请说明以哪一方的身份监督" };
    case "otherParty":
      return { way: "您已经代表另一方监督过本班，同一个班不能由一人代表两方" };
    case "future":
      return { heldOn: "监督日期不能晚于今天" };
    case "sessionUnknown":
      return { sessionId: "没有这一课次，或课次已经取消，请重新选择" };
    case "sessionOtherDay":
      return { heldOn: `所选课次在 ${refusal.heldOn}，与监督日期不同，请核对` };
    case "outsideReasonMissing":
      return { outsideReason: "监督日期不在培训期内，请写明原因" };
    case "notSigned":
      return { ink: "照片不是能打开的 JPG 或 PNG，请重新上传或在屏幕上签名" };
    case "answersMissing":
      return Object.fromEntries(
        refusal.lineIds.length === 0
          ? [["sampled", "请先抽取学员"]]
          : refusal.lineIds.map((lineId) => [outcomeField(lineId), "请登记这名学员的抽查结果"]),
      );
  }
}
