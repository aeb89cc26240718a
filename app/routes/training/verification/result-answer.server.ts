import { data } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { Finding } from "~/domain/rosters/finding";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload } from "~/platform/http/receive-upload.server";
import {
  importVerificationResult,
  type ImportVerificationRefusal,
} from "~/usecases/evidence/import-verification-result.server";

const RESULT_BYTES = 20 * 1024 * 1024;
const MOST_LISTED = 200;

type Errors = Record<string, string>;

/** Takes the platform's answer in; null when it was, else what the form has to say. */
export async function answerResultForm(
  actor: Actor,
  at: { readonly classId: string; readonly batchId: string },
  request: Request,
  now: Date,
) {
  const upload = await receiveUpload(request, RESULT_BYTES);
  if (upload === null)
    return refusal({ file: "文件超过 20 MB。请只留查验结果再上传" }, {}, [], 413);
  const { fields, file } = upload;
  const operator = withNumbersMasked((fields["operator"] ?? "").trim().slice(0, 60));
  const verifiedOn = parseWrittenDate(fields["verifiedOn"] ?? "");
  const errors: Errors = {};
  if (operator === "") errors["operator"] = "请填写平台操作人";
  if (verifiedOn === null) errors["verifiedOn"] = "请写成 2020-06-01 的样子";
  if (file === null) errors["file"] = "请选择平台给出的结果文件";
  if (file === null || verifiedOn === null || operator === "") {
    await discardUpload(upload);
    return refusal(errors, fields);
  }
  const given = { ...at, file, operator, verifiedOn };
  const outcome = await importVerificationResult(actor, given, now);
  if (outcome.ok) return null;
  await discardUpload(upload);
  const problems = outcome.refusal.kind === "problems" ? outcome.refusal.problems : [];
  return refusal(errorsOf(outcome.refusal), fields, problems);
}

function refusal(
  errors: Errors,
  { operator = "", verifiedOn = "" }: Readonly<Record<string, string>>,
  problems: readonly Finding[] = [],
  status = 422,
) {
  const listed = problems.slice(0, MOST_LISTED).map(({ sheetRow, column, severity, message }) => ({
    ...{ severity, message },
    place: sheetRow === 0 ? "名单" : [`第 ${sheetRow} 行`, column].filter(Boolean).join(" · "),
  }));
  return data({ errors, values: { operator, verifiedOn }, problems: listed }, { status });
}

function errorsOf(refusal: ImportVerificationRefusal): Errors {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
      return { file: "花名册已封存，不能再导入查验结果" };
    case "answered":
      return { file: "这份名单已经导入过结果；要更正的，请重新导出名单查验" };
    case "eventMoved":
      return { file: `本班日期已改为 ${refusal.eventOn}，请按现在的日期重新导出名单` };
    case "dayImpossible":
      return { verifiedOn: `平台查验日期应在名单导出日 ${refusal.from} 至今天 ${refusal.to} 之间` };
    case "unreadable":
      return { file: refusal.message };
    case "problems":
      return {
        file: `文件中有 ${refusal.problems.length} 处问题，没有导入。请按下面所列逐处改正后整份重新上传`,
      };
  }
}
