import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { readSubdivisionLines, type SubdivisionLine } from "~/domain/regions/subdivision";
import { now } from "~/platform/clock.server";
import { readStoredFile } from "~/platform/evidence-store.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { discardUpload, receiveUpload, UPLOAD_BYTES } from "~/platform/http/receive-upload.server";
import { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";
import {
  changeSubdivision,
  type SubdivisionChange,
} from "~/usecases/regions/change-subdivision.server";
import { readSubdivisionFile } from "~/usecases/regions/read-subdivision-file.server";
import { countyFactForm, recordCountyFact } from "~/usecases/regions/record-county-fact.server";
import {
  saveCountySubdivisions,
  type LineProblem,
} from "~/usecases/regions/save-subdivisions.server";

/** What the county's page answers to a form; `form` says which of its forms was refused. */
export interface CountyAnswer {
  readonly form: "lines" | "file" | "change" | "fact";
  readonly values?: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly problems?: readonly LineProblem[];
}

/** The forms of the county's page, told apart by `intent`; a file comes as multipart. */
export async function handleCountyForm(request: Request, actor: Actor, county: string) {
  if (request.headers.get("Content-Type")?.startsWith("multipart/form-data")) {
    return takeFile(request, actor, county);
  }
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  switch (text("intent")) {
    case "lines":
      return takeLines(actor, county, readSubdivisionLines(text("lines")), {
        form: "lines",
        values: { lines: text("lines") },
      });
    case "rename":
      return change(actor, text("code"), { kind: "rename", name: text("name") }, county);
    case "remove":
      return change(actor, text("code"), { kind: "remove" }, county);
    case "fact":
      return recordFact(actor, county, {
        what: text("what"),
        from: text("from"),
        to: text("to"),
        source: text("source"),
      });
  }
  throw notFound();
}

async function takeFile(request: Request, actor: Actor, county: string) {
  const upload = await receiveUpload(request, UPLOAD_BYTES.roster);
  if (upload === null) return refuse({ form: "file", errors: { file: TOO_LARGE } });
  if (upload.file === null) return refuse({ form: "file", errors: { file: "请选择文件" } });
  try {
    const bytes = await readStoredFile(upload.file.id);
    const lines = await readSubdivisionFile(bytes, upload.file.fileName);
    return await takeLines(actor, county, lines, { form: "file" });
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return refuse({ form: "file", errors: { file: error.message } });
  } finally {
    await discardUpload(upload); // the list is kept in the table, not as a file
  }
}

const TOO_LARGE = "文件过大，请另存为只含代码和名称的表格后再传";

async function takeLines(
  actor: Actor,
  county: string,
  lines: readonly SubdivisionLine[],
  asked: Pick<CountyAnswer, "form" | "values">,
) {
  const outcome = await saveCountySubdivisions(actor, county, lines, now());
  const field = asked.form;
  if (outcome.ok) {
    const { added, renamed } = outcome.value;
    return redirect(`/regions/${county}?added=${added}&renamed=${renamed}`);
  }
  const { refusal } = outcome;
  switch (refusal.kind) {
    case "forbidden":
      throw forbidden();
    case "nothing":
      return refuse({ ...asked, errors: { [field]: "没有读到“代码 名称”，请按每行一个填写" } });
    case "tooMany":
      return refuse({ ...asked, errors: { [field]: `一次最多 ${refusal.most} 行，请分次录入` } });
    case "hasProblems": {
      const { problems } = refusal;
      const message = `有 ${problems.length} 行需要改正，全部改正后才会录入`;
      return refuse({ ...asked, errors: { [field]: message }, problems });
    }
  }
}

async function change(actor: Actor, code: string, wanted: SubdivisionChange, county: string) {
  const outcome = await changeSubdivision(actor, code, wanted, now());
  if (outcome.ok) return redirect(`/regions/${county}`);
  switch (outcome.refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "name":
      return refuse({ form: "change", errors: { [`name-${code}`]: "名称应为 2 至 30 个字" } });
    case "inUse": {
      const message = "这个乡镇下还有行政村，请先删除行政村";
      return refuse({ form: "change", errors: { [`name-${code}`]: message } });
    }
  }
}

async function recordFact(actor: Actor, county: string, values: Record<string, string>) {
  const parsed = countyFactForm.safeParse(values);
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
    return refuse({ form: "fact", values, errors });
  }
  const outcome = await recordCountyFact(actor, county, parsed.data, now());
  if (!outcome.ok) throw forbidden();
  return redirect(`/regions/${county}`);
}

function refuse(answer: CountyAnswer) {
  return data(answer, { status: 422 });
}
