import { data, redirect } from "@remix-run/node";
import { viewTableHead } from "~/data/funds/copied-table-view.server";
import type { Actor } from "~/domain/access/actor";
import { draftOf, fieldsOf } from "~/domain/funds/allocation-draft";
import { allocationForm, gridSize } from "~/domain/funds/allocation-form";
import { comesToParent } from "~/domain/funds/division";
import { now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { addAllocation, type AddAllocationRefusal } from "~/usecases/funds/add-allocation.server";
import { readAllocationFile } from "~/usecases/funds/read-allocation-file.server";
import { errorsByField, typedValues } from "../documents/form-values";
import { checkDraft, NOTHING_CHECKED, pointedAt, type CheckedDraft } from "./check-draft.server";

type Texts = Readonly<Record<string, string>>;
type Shown = Pick<CheckedDraft, "balance" | "compared" | "places">;

const HEAD = [
  ...["documentId", "regionCode", "year", "title", "money", "parentRowId", "note", "sumsReason"],
  "otherReason",
] as const;

/** Answers the forms of a new table: a workbook read into the grid, the grid made larger, checked or saved. */
export async function answerDraft(actor: Actor, request: Request) {
  if ((request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data")) {
    return answerUpload(actor, request);
  }
  const typed = typedValues(await request.formData());
  const { columns, lines } = gridSize(typed);
  const grown = (size: { readonly columns: number; readonly lines: number }) =>
    again(typed, {}, NOTHING_CHECKED, size);
  if (typed["intent"] === "lines") return grown({ columns, lines: lines + 10 });
  if (typed["intent"] === "columns") return grown({ columns: columns + 1, lines });
  const checked = await checkDraft(actor, typed);
  const head = allocationForm.safeParse(typed);
  const errors = { ...(head.success ? {} : errorsByField(head.error)), ...checked.errors };
  const isFine = head.success && Object.keys(errors).length === 0;
  if (typed["intent"] !== "save" || !isFine) {
    return again(typed, { ...pointedAt(checked), ...errors }, checked);
  }
  const { documentId, regionCode, year, title, parentRowId, note, sumsReason } = head.data;
  const asked = { documentId, regionCode, year, title, parentRowId, note, sumsReason };
  const whole = { ...asked, table: checked.table };
  const outcome = await addAllocation(actor, whole, now(), head.data.otherReason);
  if (outcome.ok) return redirect(`/allocations/${outcome.value}?done=add`);
  return again(typed, { ...refusedWords(outcome.refusal), ...pointedAt(checked) }, checked);
}

function refusedWords(refusal: AddAllocationRefusal): Texts {
  switch (refusal.kind) {
    case "forbidden":
      throw forbidden();
    case "documentUnknown":
      return { documentId: "没有找到这个文件，请重新选择" };
    case "tableStands":
      return {
        documentId: refusal.isShipped
          ? "这个文件的下达表系统已经自带，不能再录入，换一个年度也不行，否则资金会重复计算"
          : "这个文件同一地区、同一年度的下达表已经录入；有错的请先作废原表，再重新录入",
      };
    case "looksCopied":
      return {
        otherReason: `与已录入的“${refusal.title}”几乎相同。请核对选的文件对不对（如文号相近的两个文件）；确实是另一笔资金的，在这里写明理由再保存`,
      };
    case "yearOfDocument": {
      const [first, last] = refusal.years;
      return { year: `按这个文件的年份，下达表的年度只能是 ${first} 年至 ${last} 年，请核对` };
    }
    case "parentUnknown":
      return { parentRowId: "没有找到上级下达的这一行，或不属于您负责的地区，请重新选择" };
    case "lineDivided":
      return { parentRowId: "这一行已有分解表，不能重复分解；有错的请先作废原分解表" };
    case "lineHasPots":
      return {
        parentRowId: `这一行已建立 ${refusal.pots} 个资金池，不能再分解；请先作废这些资金池`,
      };
    case "divisionYear":
      return { year: `上级下达的是 ${refusal.year} 年资金，年度应一致` };
    case "divisionArea":
      return { parentRowId: `“${refusal.unitName}”不在上级下达这一行的地区内` };
    case "divisionOffTable":
      return { parentRowId: `分解表不能有表外金额，请检查“${refusal.unitName}”` };
    case "unbalanced":
      return { sumsReason: comesToParent(refusal.balance) ? UNBALANCED : NOT_DIVIDED };
  }
}

const NOT_DIVIDED = "分解数与上级下达数不符，请改正；各项目、劳务协作的合计也要与上级一致";
const UNBALANCED = "有合计不符。录错的请改正；文件本身的合计就有误的，请在这里写明，再保存";

async function answerUpload(actor: Actor, request: Request) {
  const upload = await receiveUpload(request, UPLOAD_BYTES.allocation);
  if (upload === null) return again({}, { file: "文件超过 5 MB，请只保留下达表" });
  const { fields, file } = upload;
  if (file === null) return again(fields, { file: "请选择下达表文件" });
  const outcome = await readAllocationFile(actor, file, now());
  await discardUpload(upload);
  if (!outcome.ok) {
    if (outcome.refusal.kind === "forbidden") throw forbidden();
    return again(fields, { file: outcome.refusal.message });
  }
  const head = await viewTableHead(actor, fields["documentId"] ?? "");
  const typed = { ...head, ...fields, ...fieldsOf(outcome.value) };
  const checked = await checkDraft(actor, typed);
  return again(typed, { ...pointedAt(checked), ...checked.errors }, checked);
}

/** The form again, its lines closed up as they were read, with what was found. */
function again(
  typed: Texts,
  errors: Texts,
  { balance, compared, places }: Shown = NOTHING_CHECKED,
  size = gridSize(typed),
) {
  const draft = draftOf(typed);
  const grown = {
    columns: String(Math.max(size.columns, draft.columns.length)),
    lines: String(Math.max(size.lines, draft.lines.length)),
  };
  const head = Object.fromEntries(HEAD.map((name) => [name, typed[name] ?? ""]));
  const values = { ...head, ...fieldsOf(draft), ...grown };
  const isWrong = Object.keys(errors).length > 0 || (balance?.wrong.length ?? 0) > 0;
  const answer = { values, errors, balance, compared, places, turn: String(now().getTime()) };
  return data(answer, { status: isWrong ? 422 : 200 });
}
