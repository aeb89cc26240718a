import { Readable } from "node:stream";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Streams a workbook as a download. */
export function workbookDownload(fileName: string, bytes: AsyncIterable<Buffer>): Response {
  return download(fileName, bytes, XLSX);
}

/** Streams a file as it was received: never shown in the browser, whatever it is. */
export function fileDownload(fileName: string, bytes: AsyncIterable<Buffer>): Response {
  return download(fileName, bytes, "application/octet-stream");
}

/** The Chinese file name goes by RFC 5987. */
function download(fileName: string, bytes: AsyncIterable<Buffer>, type: string): Response {
  const plain = fileName.replace(/[\\/:*?"<>|\u0000-\u001f]/g, "_");
  const extension = /\.[a-z0-9]{1,5}$/i.exec(plain)?.[0] ?? "";
  const body = Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="roster${extension}"; filename*=UTF-8''${encodeURIComponent(plain)}`,
      "Cache-Control": "no-store",
    },
  });
}
