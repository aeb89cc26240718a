import type { ErrorRequestHandler } from "express";
import { log } from "~/platform/log.server";

/** What fails outside Remix (a broken address or Host): no stack, no quotation of what was sent. */
export const lastResort: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error); // Express closes the connection: half a page is not to look whole
    return;
  }
  const status = statusOf(error);
  if (status >= 500) log.error({ err: error }, "request failed outside the pages");
  response.status(status).type("text/plain; charset=utf-8");
  response.send(status < 500 ? "请求的地址有误。" : "系统出现意外问题，请稍后再试。");
};

function statusOf(error: unknown): number {
  // A Host header that is no host breaks the reading of the address.
  if (error instanceof TypeError && "code" in error && error.code === "ERR_INVALID_URL") return 400;
  const given = typeof error === "object" && error !== null && "status" in error && error.status;
  return typeof given === "number" && given >= 400 && given < 500 ? given : 500;
}
