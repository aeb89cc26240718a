import type { RequestHandler } from "express";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const OWN_SITES = new Set(["same-origin", "none"]);

/**
 * Refuses a changing request that another site's page sent (403). Browsers from Chromium 76 on say
 * so in Sec-Fetch-Site; for the rest Origin must name this host. Remix's own check skips resource
 * routes and trusts X-Forwarded-Host.
 */
export const refuseForeignPosts: RequestHandler = (request, response, next) => {
  if (SAFE_METHODS.has(request.method) || isOwn(request.get("Sec-Fetch-Site"), request)) {
    next();
    return;
  }
  response.status(403).type("text/plain; charset=utf-8").send("请求来自其他网站，已拒绝。");
};

function isOwn(site: string | undefined, request: Parameters<RequestHandler>[0]): boolean {
  if (site !== undefined) return OWN_SITES.has(site);
  const origin = request.get("Origin");
  if (origin === undefined) return true; // not a browser: no cookie rides along
  return URL.canParse(origin) && new URL(origin).host === request.get("Host");
}
