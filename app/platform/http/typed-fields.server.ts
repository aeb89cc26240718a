import { unstable_parseMultipartFormData } from "@remix-run/node";
import { decodeText } from "./without-nul.server";

/** More text than this in one form is no form: nothing is kept. */
const MOST_CHARACTERS = 200_000;
const MOST_FIELDS = 2_000;
const SECRET = /password|passphrase|口令|密码/i;

/**
 * The texts typed into the form a request sends, by field name (the first of a name): no files and no
 * passwords. Reads the body; a body that is no form, is cut off, or is too long gives nothing.
 */
export async function readTypedFields(request: Request): Promise<Record<string, string>> {
  const form = await readForm(request).catch(() => null);
  if (form === null) return {};
  const typed = new Map<string, string>();
  for (const [name, value] of form) {
    if (typeof value === "string" && !SECRET.test(name) && !typed.has(name)) typed.set(name, value);
  }
  const size = [...typed].reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (size > MOST_CHARACTERS || typed.size > MOST_FIELDS) return {};
  return Object.fromEntries(typed);
}

function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    const length = Number(request.headers.get("Content-Length") ?? 0);
    return length > MOST_CHARACTERS * 9 ? Promise.resolve(new FormData()) : request.formData();
  }
  return unstable_parseMultipartFormData(request, readTextOnly);
}

/** Files flow past without being held. */
async function readTextOnly(part: {
  filename?: string;
  data: AsyncIterable<Uint8Array>;
}): Promise<string | null | undefined> {
  const isFile = part.filename !== undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of part.data) {
    size += chunk.length;
    if (!isFile && size <= MOST_CHARACTERS * 3) chunks.push(chunk);
  }
  return isFile ? undefined : decodeText(chunks);
}
