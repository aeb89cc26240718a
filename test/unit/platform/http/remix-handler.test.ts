import { createServer, request as ask, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import express from "express";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { sendAnswer } from "~/platform/http/remix-handler.server";

const MEGABYTE = 1024 * 1024;
const LONG = 200;

let server: Server;
let port = 0;
/** Megabytes that were read out of the long body, and whether it was let go of. */
let read = 0;
let isLetGo = false;

/** As long as the longest video. */
function longBody() {
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        read += 1;
        controller.enqueue(new Uint8Array(MEGABYTE));
        if (read === LONG) controller.close();
      },
      cancel: () => {
        isLetGo = true;
      },
    },
    { highWaterMark: 0 },
  );
}

beforeAll(async () => {
  const app = express();
  app.all("/long", (request, response, next) => {
    sendAnswer(new Response(longBody(), { headers: { "X-Kept": "1" } }), request, response).catch(
      next,
    );
  });
  app.all("/broken", (request, response, next) => {
    let parts = 0;
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      parts += 1;
      if (parts === 1) controller.enqueue(new Uint8Array(1000));
      else controller.error(new Error("tampered"));
    };
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    sendAnswer(new Response(body), request, response).catch(next);
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  read = 0;
  isLetGo = false;
});

function open(path: string, method = "GET") {
  return new Promise<IncomingMessage>((resolve, reject) => {
    ask({ host: "127.0.0.1", port, path, method }, resolve).on("error", reject).end();
  });
}

test("a video for a slow line waits for the line and not in memory; who leaves ends its reading", async () => {
  const answer = await open("/long");
  answer.pause();
  await sleep(500);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(LONG / 4);
  answer.destroy();
  await vi.waitFor(() => expect(isLetGo).toBe(true));
});

test("who takes it all gets it all", async () => {
  let bytes = 0;
  for await (const part of await open("/long")) bytes += (part as Buffer).length;
  expect([bytes / MEGABYTE, isLetGo]).toEqual([LONG, false]);
});

test("who asks for the head alone gets the headers, and the body is let go of", async () => {
  const answer = await open("/long", "HEAD");
  expect([answer.statusCode, answer.headers["x-kept"], isLetGo]).toEqual([200, "1", true]);
  expect(read).toBe(0);
});

test("a body that breaks off does not look whole", async () => {
  const answer = await open("/broken");
  const all = (async () => {
    for await (const part of answer) void part;
  })();
  await expect(all).rejects.toThrow("aborted");
});
