import path from "node:path";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import type { Env } from "~/platform/env.server";
import { platform } from "~/platform/platform.server";
import { limitBodies } from "./body-limits.server";
import { lastResort } from "./last-resort.server";
import { remixHandler } from "./remix-handler.server";
import { refuseForeignPosts } from "./same-site.server";
import { securityHeaders } from "./security-headers.server";
import { refuseNulInAddress } from "./without-nul.server";

const CLIENT = path.resolve("build/client");

/** The Express application: static files, guards, then Remix. Needs the platform open and a build. */
export async function createWebApp(env: Env): Promise<Express> {
  const build = await import("virtual:remix/server-build");
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.TRUST_PROXY ? 1 : false);
  app.use(securityHeaders(env.PUBLIC_URL?.startsWith("https:") ?? false));
  app.get("/healthz", health);
  app.use(compression());
  app.use("/assets", express.static(`${CLIENT}/assets`, { immutable: true, maxAge: "1y" }));
  app.use(express.static(CLIENT, { maxAge: "1h" }));
  app.use(refuseForeignPosts, limitBodies, refuseNulInAddress, noStore);
  app.all(
    "*",
    remixHandler(build, (request, response) => ({
      cspNonce: response.locals.cspNonce as string,
      ip: request.ip ?? "",
    })),
  );
  app.use(lastResort);
  return app;
}

/** Pages hold people's data: no cache of browser or proxy may keep one. */
const noStore: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "no-store");
  response.set("Vary", "Cookie");
  next();
};

const health: RequestHandler = (_request, response) => {
  platform()
    .pool.query("SELECT 1")
    .then(
      () => response.json({ ok: true }),
      () => response.status(503).json({ ok: false }),
    );
};
