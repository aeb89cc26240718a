import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import { FileTooLarge, removeStoredFile, storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { REGISTRY_LIMITS, ROSTER_LIMITS } from "~/platform/workbook/workbook-limits.server";
import { decodeText } from "./without-nul.server";

/** Bytes a file of each kind may have; the messages of the screens state them. */
export const UPLOAD_BYTES = {
  roster: ROSTER_LIMITS.maxFileBytes,
  registry: REGISTRY_LIMITS.maxFileBytes,
  classDocument: 30 * 1024 * 1024,
  placementEvidence: 20 * 1024 * 1024,
  noticeProof: 20 * 1024 * 1024,
  bankResult: 20 * 1024 * 1024,
  fundVoucher: 20 * 1024 * 1024,
  allocation: 5 * 1024 * 1024,
  rulePack: 1024 * 1024,
} as const;

export interface ReceivedUpload {
  /** The text fields of the form. */
  readonly fields: Readonly<Record<string, string>>;
  /** Null when no file was chosen. Its bytes are sealed in the evidence store. */
  readonly file: {
    readonly id: string;
    readonly fileName: string;
    readonly size: number;
    readonly sha256: Buffer;
  } | null;
}

const MAX_TEXT_BYTES = 64 * 1024;
const MOST_FIELDS = 50;

/**
 * Reads a form with one file, streaming the file into the evidence store without holding it; null
 * when the file has more than `maxBytes`. Call `discardUpload` when the use case refuses it.
 */
export async function receiveUpload(
  request: Request,
  maxBytes: number,
): Promise<ReceivedUpload | null> {
  const fields: Record<string, string> = {};
  let file: ReceivedUpload["file"] = null;
  try {
    await parseMultipart(request, async ({ name, filename, data }) => {
      if (filename === undefined) {
        if (Object.keys(fields).length >= MOST_FIELDS) throw new FileTooLarge();
        fields[name] = await readText(data);
      } else if (filename !== "" && file === null) {
        const id = newId();
        file = { id, fileName: plainName(filename), ...(await storeFile(id, data, maxBytes)) };
      }
      return undefined;
    });
  } catch (error) {
    if (file !== null) await discardUpload({ fields, file });
    if (error instanceof FileTooLarge) return null;
    throw error;
  }
  return { fields, file };
}

export async function discardUpload(upload: ReceivedUpload): Promise<void> {
  if (upload.file !== null) await removeStoredFile(upload.file.id);
}

async function readText(data: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of data) {
    size += part.length;
    if (size > MAX_TEXT_BYTES) throw new FileTooLarge();
    parts.push(part);
  }
  return decodeText(parts);
}

/** The last part of the name, without control characters: some browsers send a whole path. */
export function plainName(fileName: string): string {
  return (fileName.split(/[\\/]/).pop() ?? "").replace(/[\u0000-\u001f\u007f]/g, "").slice(0, 200);
}
