import { Readable } from "node:stream";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Streams a workbook as a download; the Chinese file name goes by RFC 5987. */
export function workbookDownload(fileName: string, bytes: AsyncIterable<Buffer>): Response {
  const plain = fileName.replace(/[\\/:*?"<>|\u0000-\u001f]/g, "_");
  const body = Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      "Content-Type": XLSX,
      "Content-Disposition": `attachment; filename="roster.xlsx"; filename*=UTF-8''${encodeURIComponent(plain)}`,
      "Cache-Control": "no-store",
    },
  });
}
