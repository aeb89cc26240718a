import type { RequestHandler } from "express";

/** A form without a file: a page of corrections, or a county's five thousand villages. */
const MOST_FORM_BYTES = 1024 * 1024;
/**
 * The few addresses that take a file read it as it flows, count it, and say in their page what it
 * may have; this is only where patience ends.
 */
const MOST_UPLOAD_BYTES = 1024 * 1024 * 1024;
const ID = "[0-9a-f-]{36}";
const UPLOADS = [
  "allocations/new",
  `claims/${ID}/(accounts|payments)`,
  `clawbacks/${ID}`,
  `funds/${ID}/(receipts/new|spending/new|closure)`,
  "registry/import",
  `reconciliations/${ID}/list`,
  "regions/\\d{6}",
  "rosters/import",
  "placements/import",
  "posts/import",
  "rule-packs",
  `job-fairs/${ID}/(files|participants)`,
  `(workshops|students)/${ID}/files`,
  `rosters/${ID}/scans`,
  `rosters/${ID}/lines/${ID}/fingerprint`,
  `classes/${ID}/documents`,
  `classes/${ID}/sessions/${ID}/media(/files)?`,
  `classes/${ID}/supervision/new`,
  `classes/${ID}/verification/${ID}`,
  `placements/${ID}/evidence`,
  "placements/evidence",
  `posts/notices/${ID}/proof`,
  `wage-sheets/${ID}/payment`,
  "s/[\\w-]{43}",
].map((address) => new RegExp(`^/${address}(\\.data)?$`));

/** Whether this is a form with files, sent to an address that takes them. */
export function isUploadAt(path: string, contentType: string): boolean {
  return contentType.startsWith("multipart/form-data") && UPLOADS.some((one) => one.test(path));
}

/** The largest body an address takes, in bytes. */
export function mostBytesAt(path: string, contentType: string): number {
  return isUploadAt(path, contentType) ? MOST_UPLOAD_BYTES : MOST_FORM_BYTES;
}

/**
 * Refuses a body before a byte of it is read: forms are parsed in memory, and some of them before
 * anybody has signed in. Every browser states the length of a form; without one there is no limit
 * to hold it to (411).
 */
export const limitBodies: RequestHandler = (request, response, next) => {
  if (request.get("Transfer-Encoding") !== undefined) {
    refuse(response, 411, "请求没有写明长度，已拒绝。");
    return;
  }
  const most = mostBytesAt(request.path, request.get("Content-Type") ?? "");
  if (Number(request.get("Content-Length") ?? 0) <= most) next();
  else refuse(response, 413, `提交的内容超过 ${most / 1024 / 1024} MB 的上限，已拒绝。`);
};

/** What is still on its way is not waited for. */
function refuse(response: Parameters<RequestHandler>[1], status: number, message: string): void {
  response.set("Connection", "close").status(status).type("text/plain; charset=utf-8");
  response.send(message);
}
