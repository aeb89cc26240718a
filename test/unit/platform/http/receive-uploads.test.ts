import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createKeyRing } from "~/platform/crypto/key-ring.server";
import { readStoredFile } from "~/platform/evidence-store.server";
import { receiveScans } from "~/platform/http/receive-scans.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";

const NOWHERE = "postgresql://nobody@127.0.0.1:1/none";
const PNG = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(5000, 7)]);
const LATE_PDF = Buffer.concat([
  Buffer.alloc(900, 10),
  Buffer.from("%PDF-1.4"),
  Buffer.alloc(3000, 7),
]);
let filesDir: string;

beforeAll(() => {
  filesDir = mkdtempSync(path.join(tmpdir(), "labour-uploads-"));
  openPlatform({ appUrl: NOWHERE, keyRing: createKeyRing("intl"), filesDir });
});
afterAll(async () => {
  await closePlatform();
  rmSync(filesDir, { recursive: true });
});

/** A form whose bytes arrive one by one, as the worst network would send them. */
function formOf(files: readonly (readonly [string, Buffer])[]): Request {
  const parts = files.flatMap(([name, bytes]) => [
    Buffer.from(`--x\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\n\r\n`),
    bytes,
    Buffer.from("\r\n"),
  ]);
  const all = Buffer.concat([...parts, Buffer.from("--x--\r\n")]);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (at === all.length) controller.close();
      else controller.enqueue(new Uint8Array(all.subarray(at, (at += 1))));
    },
  });
  const headers = { "Content-Type": "multipart/form-data; boundary=x" };
  return new Request("http://127.0.0.1/", { method: "POST", headers, body, duplex: "half" });
}

test("a scan is known by its first bytes however the network cuts them, and kept whole", async () => {
  const html = Buffer.from("<html><script>alert(1)</script></html>");
  const { files, refused } = await receiveScans(
    formOf([
      ["一.png", PNG],
      ["二.pdf", LATE_PDF],
      ["三.jpg", html],
      ["四.jpg", Buffer.alloc(0)],
    ]),
  );
  expect(files.map(({ fileName }) => fileName)).toEqual(["一.png", "二.pdf"]);
  expect((await readStoredFile(files[0]?.id ?? "")).equals(PNG)).toBe(true);
  expect((await readStoredFile(files[1]?.id ?? "")).equals(LATE_PDF)).toBe(true);
  expect(refused).toEqual([
    { fileName: "三.jpg", problem: "不是 JPG、PNG 或 PDF，没有收下" },
    { fileName: "四.jpg", problem: "文件是空的，没有收下" },
  ]);
});
