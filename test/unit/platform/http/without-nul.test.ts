import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTypedFields } from "~/platform/http/typed-fields.server";
import { remixHandler } from "~/platform/http/remix-handler.server";
import { refuseNulInAddress, withoutNul } from "~/platform/http/without-nul.server";

const NUL = "\0";
let server: Server;
let address = "";

/** Answers what it was sent, as the pages of the product read it. */
async function action({ request }: ActionFunctionArgs) {
  const isUpload = new URL(request.url).pathname.startsWith("/placements/");
  const fields = isUpload
    ? await readTypedFields(request)
    : Object.fromEntries(await request.formData());
  return Response.json(fields);
}

const build = {
  entry: { module: { default: () => new Response() } },
  routes: {
    all: { id: "all", path: "*", module: { action, loader: () => Response.json("page") } },
  },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: { v3_singleFetch: true },
  isSpaMode: false,
} as unknown as ServerBuild;

beforeAll(async () => {
  const app = express();
  app.use(refuseNulInAddress);
  app.all(
    "*",
    remixHandler(build, () => ({ cspNonce: "", ip: "" })),
  );
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test.each(["/people?q=%00", "/people/%00", "/people.data?q=a%00b"])(
  "%s is refused in Chinese before a page reads it",
  async (path) => {
    const answer = await fetch(address + path);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("已拒绝")]);
  },
);

test("an address that only speaks of NUL is answered", async () => {
  expect((await fetch(`${address}/people?q=100%2500`)).status).toBe(200);
});

test("a form's NUL arrives as a blank, and everything else as it was typed", async () => {
  const body = new URLSearchParams({ name: `李${NUL}梅`, note: "100%00 + %0 100% 是", last: "%0" });
  const answer = await fetch(`${address}/people`, { method: "POST", body });
  expect(await answer.json()).toEqual({ name: "李 梅", note: "100%00 + %0 100% 是", last: "%0" });
});

test("so does that of a form sent in parts, where a page takes no file", async () => {
  const body = new FormData();
  body.set("name", `李${NUL}梅`);
  const answer = await fetch(`${address}/people`, { method: "POST", body });
  expect(await answer.json()).toEqual({ name: "李 梅" });
});

test("a form with files keeps the bytes of its files; its texts lose the NUL", async () => {
  const body = new FormData();
  body.set("name", `李${NUL}梅`);
  body.set("file", new Blob([`a${NUL}b`]), "a.bin");
  const answer = await fetch(`${address}/placements/import`, { method: "POST", body });
  expect(await answer.json()).toEqual({ name: "李 梅" });
  const file = Readable.from([Buffer.from([1, 0, 2])]);
  expect(withoutNul(file, "multipart/form-data; boundary=x", true)).toBe(file);
});

test("an escape cut in two by the network is found, wherever it is cut", async () => {
  const form = "a=%00%0&b=1%%000%2";
  for (let at = 1; at < form.length; at += 1) {
    const cut = Readable.from([form.slice(0, at), form.slice(at)].map((part) => Buffer.from(part)));
    let read = "";
    for await (const part of withoutNul(cut, "application/x-www-form-urlencoded", false)) {
      read += String(part);
    }
    expect(read).toBe("a=%20%0&b=1%%200%2");
  }
});
