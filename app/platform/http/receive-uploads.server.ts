import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import { FileTooLarge, removeStoredFile, storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { decodeText } from "./without-nul.server";

export interface ManyLimits {
  /** Bytes of one file. */
  readonly maxFileBytes: number;
  readonly maxFiles: number;
  /** Whether the first bytes of a file are those of a kind that is taken; its name is not asked. */
  readonly isTaken: (head: Uint8Array) => boolean;
}

export type UploadProblem = "tooLarge" | "otherKind" | "tooMany" | "empty";

export interface ReceivedMany {
  readonly fields: Readonly<Record<string, string>>;
  /** In the order of the form; their bytes are sealed in the evidence store. */
  readonly files: readonly ReceivedOne[];
  /** What was not kept, and why. */
  readonly refused: readonly { readonly fileName: string; readonly problem: UploadProblem }[];
}

interface ReceivedOne {
  readonly id: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: Buffer;
}

type File = { readonly filename: string; readonly data: AsyncIterable<Uint8Array> };

/** Where a PDF says at the latest that it is one. */
const HEAD_BYTES = 1024;
const MAX_TEXT_BYTES = 64 * 1024;
/** A form of more parts than this is no form of ours; it is broken off. */
const MOST_PARTS = 200;

/**
 * Reads a form with many files, each streamed into the evidence store. One that is too large or of
 * another kind is left out and named, and the others are kept: nobody uploads forty scans twice.
 * @throws FileTooLarge when the form has more parts than any form of ours
 */
export async function receiveUploads(request: Request, limits: ManyLimits): Promise<ReceivedMany> {
  const fields: Record<string, string> = {};
  const files: ReceivedOne[] = [];
  const refused: { fileName: string; problem: UploadProblem }[] = [];
  let parts = 0;
  try {
    await parseMultipart(request, async ({ name, filename, data }) => {
      parts += 1;
      if (parts > MOST_PARTS) throw new FileTooLarge();
      if (filename === undefined) fields[name] = await readText(data);
      else if (filename === "") await drain(data);
      else {
        const room = files.length < limits.maxFiles;
        const taken = room ? await takeOne({ filename, data }, limits) : await tooMany(data);
        if (typeof taken === "string") {
          refused.push({ fileName: plainName(filename), problem: taken });
        } else files.push(taken);
      }
      return undefined;
    });
  } catch (error) {
    await discardUploads({ files });
    throw error;
  }
  return { fields, files, refused };
}

export async function discardUploads({ files }: Pick<ReceivedMany, "files">): Promise<void> {
  for (const { id } of files) await removeStoredFile(id);
}

async function takeOne(
  { filename, data }: File,
  { maxFileBytes, isTaken }: ManyLimits,
): Promise<ReceivedOne | UploadProblem> {
  const id = newId();
  let problem: UploadProblem | null = null;
  let size = 0;
  // What is not kept is read to its end all the same, or the parts after it would never come.
  async function* kept() {
    for await (const chunk of withHead(data)) {
      if (size === 0 && chunk.length > 0 && !isTaken(chunk)) problem = "otherKind";
      size += chunk.length;
      if (size > maxFileBytes) problem ??= "tooLarge";
      if (problem === null) yield chunk;
    }
    if (size === 0) problem = "empty";
  }
  const stored = await storeFile(id, kept(), maxFileBytes);
  if (problem === null) return { id, fileName: plainName(filename), ...stored };
  await removeStoredFile(id);
  return problem;
}

/** The same bytes, the first of them together: the network may cut a file after its first byte. */
async function* withHead(data: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array();
  for await (const chunk of data) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < HEAD_BYTES) continue;
    yield head;
    head = null;
  }
  if (head !== null) yield head;
}

async function tooMany(data: AsyncIterable<Uint8Array>): Promise<UploadProblem> {
  await drain(data);
  return "tooMany";
}

async function drain(data: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of data) void chunk;
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
function plainName(fileName: string): string {
  return (fileName.split(/[\\/]/).pop() ?? "").replace(/[\u0000-\u001f\u007f]/g, "").slice(0, 200);
}
