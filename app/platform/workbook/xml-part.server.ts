import { readPart } from "~/platform/workbook/inflate-part.server";
import { XmlScanner, type XmlHandler } from "~/platform/workbook/xml-scanner.server";
import type { ZipEntry } from "~/platform/workbook/zip-directory.server";

/** Relations, workbook and styles are small; a file with more than this is not a roster. */
const MAX_SMALL_PART_BYTES = 32 * 1024 * 1024;

/** Called for every element of a small part, with its depth-first path such as `workbook/sheets/sheet`. */
export type ElementListener = (path: string, attributes: ReadonlyMap<string, string>) => void;

/** Reads a small part whole and tells the listener each element with its attributes. */
export async function eachElement(entry: ZipEntry, listen: ElementListener): Promise<void> {
  const path: string[] = [];
  const handler: XmlHandler = {
    open(scanner) {
      path.push(scanner.localName());
      listen(path.join("/"), scanner.attributes());
    },
    close() {
      path.pop();
    },
    text() {
      // These parts say everything in attributes.
    },
  };
  const scanner = new XmlScanner(handler);
  scanner.push(asUtf8(await readPart(entry, MAX_SMALL_PART_BYTES)));
  scanner.finish();
}

/** UTF-16, which XML also allows and some old exporters write, as UTF-8. */
export async function* inUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null | undefined;
  for await (const chunk of chunks) {
    if (decoder === undefined) decoder = utf16Decoder(chunk);
    yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
}

function asUtf8(bytes: Buffer): Buffer {
  const decoder = utf16Decoder(bytes);
  return decoder === null ? bytes : Buffer.from(decoder.decode(bytes));
}

function utf16Decoder(start: Buffer): TextDecoder | null {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder("utf-16le");
  return start[0] === 0xfe && start[1] === 0xff ? new TextDecoder("utf-16be") : null;
}
