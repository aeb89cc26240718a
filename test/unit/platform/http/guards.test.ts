import { createServer, request as ask, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limitBodies, mostBytesAt } from "~/platform/http/body-limits.server";
import { lastResort } from "~/platform/http/last-resort.server";
import { refuseForeignPosts } from "~/platform/http/same-site.server";

const MEGABYTE = 1024 * 1024;
const FORM = "application/x-www-form-urlencoded";
const FILE = "multipart/form-data; boundary=x";

let server: Server;
let port = 0;

beforeAll(async () => {
  const app = express();
  app.use(refuseForeignPosts, limitBodies);
  app.get("/break", () => {
    throw new Error("SELECT secret FROM person");
  });
  app.all("*", (request, response) => {
    new URL(`http://${request.hostname}${request.originalUrl}`); // as the adapter reads an address
    response.send("reached");
  });
  app.use(lastResort);
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** Sends headers only: what is refused is refused before a byte of the body. */
function send(method: string, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = ask({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
      let text = "";
      answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on("error", reject);
    sent.flushHeaders();
    if (method === "GET") sent.end();
  });
}

test.each([
  ["/sign-in", FORM, MEGABYTE],
  ["/sign-in", FILE, MEGABYTE],
  ["/account.data", FILE, MEGABYTE],
  ["/rosters/import", FORM, MEGABYTE],
  ["/rosters/import/x", FILE, MEGABYTE],
  ["/rosters/import", FILE, 1024 * MEGABYTE],
  ["/registry/import.data", FILE, 1024 * MEGABYTE],
  ["/regions/532323", FILE, 1024 * MEGABYTE],
])("%s takes a body of %s up to its limit", (path, type, most) => {
  expect(mostBytesAt(path, type)).toBe(most);
});

test("a body one byte over the limit is refused unread, in Chinese, and the line is closed", async () => {
  const over = await send("POST", "/sign-in", {
    "Content-Type": FORM,
    "Content-Length": String(MEGABYTE + 1),
  });
  expect(over).toEqual({ status: 413, text: "提交的内容超过 1 MB 的上限，已拒绝。" });
  const below = await send("POST", "/sign-in", {
    "Content-Type": FORM,
    "Content-Length": String(MEGABYTE),
  });
  expect(below.status).toBe(200);
});

test("a body of unstated length is refused", async () => {
  const headers = { "Content-Type": FORM, "Transfer-Encoding": "chunked" };
  expect((await send("POST", "/sign-in", headers)).status).toBe(411);
});

test.each([
  [{ "Sec-Fetch-Site": "cross-site" }, 403],
  [{ "Sec-Fetch-Site": "same-site" }, 403],
  [{ "Sec-Fetch-Site": "cross-site", Origin: "http://127.0.0.1" }, 403],
  [{ Origin: "https://evil.example" }, 403],
  [{ Origin: "null" }, 403],
  [{ Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" }, 403],
  [{ "Sec-Fetch-Site": "same-origin" }, 200],
])("a post with %j is answered with %i", async (headers, status) => {
  const sent = { ...headers, "Content-Length": "0", Host: "127.0.0.1" };
  expect((await send("POST", "/rosters", sent)).status).toBe(status);
});

test.each([
  ["/%E0%A4%A", "127.0.0.1", 400],
  ["/", "a b", 400],
  ["/", "[::", 400],
  ["/break", "127.0.0.1", 500],
])("address %s of host %j: no stack and no quotation", async (path, host, status) => {
  const answer = await send("GET", path, { Host: host });
  expect(answer.status).toBe(status);
  expect(answer.text).not.toMatch(/ at |node_modules|SELECT|Error|\[::/);
});
