import { resultForm, type ResultForm } from "~/domain/training/completion";
import { readPastedNumbers } from "~/domain/training/pasted-certificates";
import type { RecordResultsRefusal } from "~/usecases/training/record-results.server";
import { classWritingAnswer } from "./class-writing-answer.server";
import { PASTE_FIELDS, RESULT_PARTS, resultField, type ResultPart } from "./completion-fields";
import { textsOf } from "./form-issues";

export interface CompletionLine {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
}

type Texts = Record<string, string>;

/** Every text of the form, by field. */
export function completionTexts(form: FormData, lines: readonly CompletionLine[]): Texts {
  const own = lines.flatMap(({ id }) => RESULT_PARTS.map((part) => resultField(part, id)));
  return textsOf(form, [...own, ...PASTE_FIELDS]);
}

/** Lines without a result are counted as passed: only where the button was pressed that says so. */
export function withRestPassed(values: Texts, lines: readonly CompletionLine[]): Texts {
  const rest = lines.map(({ id }) => resultField("result", id)).filter((name) => !values[name]);
  return { ...values, ...Object.fromEntries(rest.map((name) => [name, "PASSED"])) };
}

export interface ReadResults {
  readonly rows: readonly ResultForm[];
  readonly errors: Texts;
}

/** The lines somebody filled in; an empty one is left alone. */
export function readResults(values: Texts, lines: readonly CompletionLine[]): ReadResults {
  const rows: ResultForm[] = [];
  const errors: Texts = {};
  for (const line of lines) {
    const of = (part: ResultPart) => values[resultField(part, line.id)] ?? "";
    const texts = Object.fromEntries(RESULT_PARTS.map((part) => [part, of(part)]));
    const typed = RESULT_PARTS.filter((part) => part !== "version" && of(part).trim() !== "");
    if (typed.length === 0) continue;
    const parsed = resultForm.safeParse({ ...texts, lineId: line.id, version: of("version") || 0 });
    if (parsed.success) rows.push(parsed.data);
    else {
      for (const { path, message } of parsed.error.issues) {
        const part = RESULT_PARTS.find((one) => one === path[0]) ?? "result";
        errors[resultField(part, line.id)] ??= `${called(line)}：${message}`;
      }
    }
  }
  return { rows, errors };
}

/** Puts the pasted numbers into the form, not into the database; kind and day where none stand yet. */
export function withPasted(
  values: Texts,
  lines: readonly CompletionLine[],
): { readonly values: Texts; readonly errors: Texts | null } {
  const pasted = values["pasted"] ?? "";
  if (pasted.trim() === "") return { values, errors: { pasted: "请先粘贴证书编号" } };
  const named = lines.map(({ id, name }) => ({ lineId: id, name }));
  const read = readPastedNumbers(pasted, named);
  if (!read.ok) return { values, errors: { pasted: read.message } };
  const filled: Texts = { ...values, pasted: "" };
  for (const [lineId, number] of read.numbers) {
    if (number === "") continue;
    filled[resultField("certificateNo", lineId)] = number;
    filled[resultField("certificateKind", lineId)] ||= values["pastedKind"] ?? "";
    filled[resultField("issuedOn", lineId)] ||= values["pastedIssuedOn"] ?? "";
  }
  return { values: filled, errors: null };
}

/** What was refused, by the field it is about. */
export function resultErrors(
  refusal: RecordResultsRefusal,
  lines: readonly CompletionLine[],
): Texts {
  const at = (part: ResultPart, ids: readonly string[], message: string): Texts =>
    Object.fromEntries(
      lines
        .filter(({ id }) => ids.includes(id))
        .map((line) => [resultField(part, line.id), `${called(line)}：${message}`]),
    );
  switch (refusal.kind) {
    case "nothing":
      return { results: "没有改动：请先填写结业结果" };
    case "issuedInFuture":
      return at("issuedOn", refusal.lineIds, "发证日期还没有到");
    case "changedByOthers":
      return at("result", refusal.lineIds, "刚被他人修改，请核对后再保存");
    case "sharedCertificate":
      return Object.assign(
        {},
        ...[...refusal.shared].map(([id, others]) => {
          const names = lines.filter((line) => others.includes(line.id)).map(called);
          return at("certificateNo", [id], `证书编号与${names.join("、")}相同`);
        }),
      ) as Texts;
    case "notFound":
    case "forbidden":
    case "sealed":
    case "completed":
      return { results: classWritingAnswer(refusal) };
  }
}

function called({ lineNo, name }: CompletionLine): string {
  return `第 ${lineNo} 号 ${name}`;
}
