import type { z } from "zod";
import { targetTexts } from "~/domain/targets/target-form";

/** What was typed into a form, as texts by name. */
export function typedValues(form: FormData): Record<string, string> {
  const texts = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(texts);
}

type Read<Form> =
  | { readonly ok: true; readonly form: Form }
  | { readonly ok: false; readonly errors: Record<string, string> };

/** Reads the form of a target; a complaint about a county's number stands at its field. */
export function readTarget<Form>(
  schema: z.ZodType<Form>,
  values: Readonly<Record<string, string>>,
): Read<Form> {
  const texts = targetTexts(values);
  const read = schema.safeParse(texts);
  if (read.success) return { ok: true, form: read.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of read.error.issues) {
    const [field, at] = path;
    const share = field === "shares" && typeof at === "number" ? texts.shares[at] : undefined;
    errors[share === undefined ? String(field ?? "form") : `share.${share.areaCode}`] ??= message;
  }
  return { ok: false, errors };
}
