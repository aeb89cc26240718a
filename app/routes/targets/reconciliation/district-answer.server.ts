import { data } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { figureForm } from "~/domain/targets/reconciliation-form";
import type { Finding } from "~/domain/rosters/finding";
import { discardUpload, receiveUpload } from "~/platform/http/receive-upload.server";
import { enterDistrictFigure } from "~/usecases/targets/enter-district-figure.server";
import {
  importDistrictList,
  type ImportDistrictListRefusal,
} from "~/usecases/targets/import-district-list.server";
import { explainRefusal } from "./refusal-words.server";
import { typedValues } from "./typed-values";

const LIST_BYTES = 20 * 1024 * 1024;
const MOST_LISTED = 200;

type Errors = Readonly<Record<string, string>>;

/** Takes the district's list or its number in, or says what is wrong with it. */
export function answerDistrictForm(actor: Actor, id: string, request: Request, now: Date) {
  const isUpload = (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
  return isUpload ? takeList(actor, id, request, now) : takeFigure(actor, id, request, now);
}

async function takeFigure(actor: Actor, id: string, request: Request, now: Date) {
  const values = typedValues(await request.formData());
  const read = figureForm.safeParse({ figure: values["figure"] ?? "" });
  if (!read.success) {
    return refusal({ figure: read.error.issues[0]?.message ?? "请填写人数" }, 422, values);
  }
  const asked = { id, version: Number(values["version"]) };
  const outcome = await enterDistrictFigure(actor, asked, read.data.figure, now);
  if (outcome.ok) return { done: "figure" } as const;
  return refusal(...explainRefusal(outcome.refusal), values);
}

async function takeList(actor: Actor, id: string, request: Request, now: Date) {
  const upload = await receiveUpload(request, LIST_BYTES);
  if (upload === null) return refusal({ file: "文件超过 20 MB。请只留本月名单再上传" }, 413);
  const { fields, file } = upload;
  if (file === null) return refusal({ file: "请选择名单文件" }, 422);
  const asked = { id, version: Number(fields["version"]) };
  const outcome = await importDistrictList(actor, asked, file, now);
  if (outcome.ok) return { done: "list" } as const;
  await discardUpload(upload);
  return listRefusal(outcome.refusal);
}

function listRefusal(refused: ImportDistrictListRefusal) {
  switch (refused.kind) {
    case "unreadable":
      return refusal({ file: refused.message }, 422);
    case "problems": {
      const { problems } = refused;
      const message = `名单中有 ${problems.length} 处问题，没有导入。请按下面所列逐处改正后整份重新上传`;
      return refusal({ file: message }, 422, {}, problems);
    }
    case "notFound":
    case "forbidden":
    case "locked":
    case "changedByOthers":
      return refusal(...explainRefusal(refused));
  }
}

function refusal(
  errors: Errors,
  status: number,
  { figure = "" }: Readonly<Record<string, string>> = {},
  problems: readonly Finding[] = [],
) {
  const listed = problems.slice(0, MOST_LISTED).map(({ sheetRow, column, severity, message }) => ({
    ...{ severity, message },
    place: [`第 ${sheetRow} 行`, column].filter(Boolean).join(" · "),
  }));
  return data({ errors, values: { figure }, problems: listed }, { status });
}
