import { redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  changeSubdivision,
  type SubdivisionChange,
} from "~/usecases/regions/change-subdivision.server";
import { countyFactForm, recordCountyFact } from "~/usecases/regions/record-county-fact.server";
import { refuse } from "./county-answer.server";
import { takeFile, takeList } from "./subdivision-list.server";

/** The forms of the county's page, told apart by `intent`; a file comes as multipart. */
export async function handleCountyForm(request: Request, actor: Actor, county: string) {
  // Before a file is taken in and read for somebody who may not send one.
  if (!may(actor, "region.write", county, dayInChina(now()))) throw forbidden();
  if (request.headers.get("Content-Type")?.startsWith("multipart/form-data")) {
    return takeFile(request, actor, county);
  }
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  switch (text("intent")) {
    case "lines": {
      const lines = text("lines");
      return takeList(actor, county, { text: lines }, { form: "lines", values: { lines } });
    }
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
