import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createKeyRing } from "~/platform/crypto/key-ring.server";
import {
  FileTooLarge,
  readStoredFile,
  readStoredStream,
  removeStoredFile,
  StoreUnavailable,
  storeFile,
} from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";
import { S3_ACCOUNT, startS3Server, type S3Server } from "#test/support/s3-server";

const BYTES = randomBytes(300_000);
/** No test here asks the database anything. */
const NOWHERE = "postgresql://nobody@127.0.0.1:1/none";

let filesDir: string;
let service: S3Server;

beforeEach(async () => {
  filesDir = mkdtempSync(path.join(tmpdir(), "labour-store-"));
  service = await startS3Server();
});
afterEach(async () => {
  await closePlatform();
  await service.close();
  rmSync(filesDir, { recursive: true });
});

function openOnDisk() {
  openPlatform({ appUrl: NOWHERE, keyRing: createKeyRing("intl"), filesDir });
}

function openOnService(changes: Partial<typeof S3_ACCOUNT> = {}) {
  const s3 = { endpoint: service.endpoint, bucket: "evidence", ...S3_ACCOUNT, ...changes };
  const keyRing = createKeyRing("intl");
  openPlatform({ appUrl: NOWHERE, keyRing, filesDir, s3: { ...s3, retryMs: 1 } });
}

const store = (id: string, bytes = BYTES, most = 1e9) =>
  storeFile(id, Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]), most);
const onDisk = () =>
  readdirSync(filesDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

describe.each([
  ["a disk", openOnDisk],
  ["an S3-compatible service", openOnService],
])("kept on %s", (_, open) => {
  test("a file comes back as it went in, and is gone when removed", async () => {
    open();
    const id = newId();
    expect(await store(id)).toMatchObject({ size: BYTES.length });
    expect((await readStoredFile(id)).equals(BYTES)).toBe(true);
    await removeStoredFile(id);
    await expect(readStoredFile(id)).rejects.toThrow();
    await removeStoredFile(id);
  });

  test("one that is too large leaves nothing behind", async () => {
    open();
    await expect(store(newId(), BYTES, 1000)).rejects.toThrow(FileTooLarge);
    expect([onDisk(), [...service.objects]]).toEqual([[], []]);
  });

  test("a reader who stops after the first bytes, or never begins, leaves no file open", async () => {
    open();
    const id = newId();
    await store(id, Buffer.alloc(3_000_000, 1));
    const opened = () => readdirSync("/proc/self/fd").length;
    await readStoredFile(id);
    const before = opened();
    for (let time = 0; time < 40; time += 1) {
      readStoredStream(id).destroy();
      for await (const first of readStoredStream(id)) {
        expect((first as Buffer)[0]).toBe(1);
        break;
      }
    }
    await vi.waitFor(() => expect(opened()).toBeLessThan(before + 20));
  });

  test("what is no id reaches no path", async () => {
    open();
    await expect(store("../../etc/passwd")).rejects.toThrow("not a file id");
  });
});

describe("an S3-compatible service", () => {
  test("gets sealed bytes only, at an address by path; nothing stays on the disk", async () => {
    openOnService();
    const id = newId();
    const text = Buffer.from("五三二三二三".repeat(20_000));
    await store(id, text);
    expect([...service.objects.keys()]).toEqual([`/evidence/${id.slice(-2)}/${id}`]);
    const kept = service.objects.get(`/evidence/${id.slice(-2)}/${id}`);
    expect(kept?.includes("五三二三二三")).toBe(false);
    expect(kept?.length).toBeGreaterThan(text.length);
    expect(onDisk()).toEqual([]);
  });

  test("with a wrong secret it refuses, which is said at once and not tried again", async () => {
    openOnService({ secretAccessKey: "another" });
    await expect(store(newId())).rejects.toThrow("PUT answered 403");
    expect(service.log).toEqual(["PUT 403"]);
    expect([onDisk(), [...service.objects]]).toEqual([[], []]);
  });

  test("errors of the server and cut connections are tried again, in and out", async () => {
    openOnService();
    const id = newId();
    service.faults.push("500", "cutUpload", "503");
    await store(id);
    expect(service.log).toEqual(["PUT 500", "PUT cut", "PUT 503", "PUT 200"]);
    service.faults.push("503", "cutDownload");
    expect((await readStoredFile(id)).equals(BYTES)).toBe(true);
    expect(service.log.slice(4)).toEqual(["GET 503", "GET 206"]);
  });

  test("down for good, it says so, and nothing counts as kept", async () => {
    openOnService();
    service.faults.push("500", "500", "500", "500");
    await expect(store(newId())).rejects.toThrow(StoreUnavailable);
    await service.close();
    const id = newId();
    await expect(store(id)).rejects.toThrow(StoreUnavailable);
    await expect(readStoredFile(id)).rejects.toThrow(StoreUnavailable);
    expect([onDisk(), [...service.objects]]).toEqual([[], []]);
  });

  test("a byte changed over there is found here, and so is a file put in another's place", async () => {
    openOnService();
    const [one, two] = [newId(), newId()];
    await store(one);
    await store(two);
    const key = (id: string) => `/evidence/${id.slice(-2)}/${id}`;
    const kept = service.objects.get(key(one)) ?? Buffer.alloc(0);
    service.objects.set(key(two), kept);
    await expect(readStoredFile(two)).rejects.toThrow();
    const changed = Buffer.from(kept);
    changed[150_000] = (changed[150_000] ?? 0) ^ 1;
    service.objects.set(key(one), changed);
    await expect(readStoredFile(one)).rejects.toThrow();
    service.objects.set(key(one), kept.subarray(0, kept.length - 100));
    await expect(readStoredFile(one)).rejects.toThrow();
  });
});
