import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { pipeline } from "node:stream/promises";
import {
  createReadableStreamFromReadable,
  createRequestHandler,
  type AppLoadContext,
  type ServerBuild,
} from "@remix-run/node";
import type { Request as Asked, RequestHandler, Response as Answer } from "express";
import { log } from "~/platform/log.server";
import { isUploadAt } from "./body-limits.server";
import { withoutNul } from "./without-nul.server";

/**
 * Answers Express requests with Remix. The adapter that comes with Remix writes a body as fast as it can
 * be read: a video for a slow line would lie whole in this process's memory, and would go on being
 * opened for somebody who has left. Here the visitor sets the pace.
 */
export function remixHandler(
  build: ServerBuild,
  contextOf: (request: Asked, answer: Answer) => AppLoadContext,
): RequestHandler {
  const answerTo = createRequestHandler(build, "production");
  return async (request, response, next) => {
    try {
      const answer = await answerTo(asWebRequest(request, response), contextOf(request, response));
      await sendAnswer(answer, request, response);
    } catch (error) {
      next(error);
    }
  };
}

/** Sends the answer at the pace it is taken; lets go of it when the visitor leaves, or asks for its head only. */
export async function sendAnswer(answer: Response, asked: Asked, sent: Answer): Promise<void> {
  sent.statusMessage = answer.statusText;
  sent.status(answer.status);
  for (const [name, value] of answer.headers) sent.append(name, value);
  if (answer.body === null || asked.method === "HEAD") {
    await answer.body?.cancel();
    sent.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(answer.body as WebStream), sent);
  } catch (error) {
    // The connection is closed by now: half a body is not to look whole.
    if (!isGone(error)) log.error({ err: error }, "an answer broke off");
  }
}

function asWebRequest(request: Asked, response: Answer): Request {
  const port = [request.get("X-Forwarded-Host"), request.get("Host")]
    .map((host) => Number.parseInt(host?.split(":")[1] ?? "", 10))
    .find(Number.isSafeInteger);
  // `hostname` obeys "trust proxy", but has no port.
  const host = port === undefined ? request.hostname : `${request.hostname}:${port}`;
  const url = new URL(`${request.protocol}://${host}${request.originalUrl}`);
  const left = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) left.abort();
  });
  const head = { headers: headersOf(request), signal: left.signal };
  // A head is asked for as the whole, so that its body can be let go of.
  if (request.method === "GET" || request.method === "HEAD") return new Request(url, head);
  const type = request.get("Content-Type") ?? "";
  const form = withoutNul(request, type, isUploadAt(request.path, type));
  const body = createReadableStreamFromReadable(form);
  return new Request(url, { ...head, method: request.method, body, duplex: "half" });
}

function headersOf(request: Asked): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value].flat())
      if (one !== undefined && one !== "") headers.append(name, one);
  }
  return headers;
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}
