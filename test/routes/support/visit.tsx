import { randomBytes } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import {
  createStaticHandler,
  createStaticRouter,
  StaticRouterProvider,
} from "react-router-dom/server";
import { expect } from "vitest";
import type { Role } from "~/domain/access/role";
import { newId } from "~/platform/id.server";
import { asIdentity } from "~/platform/prisma/transaction.server";
import { sessionCookie } from "~/platform/session-cookie.server";
import { hashSessionId } from "~/platform/session.server";
import { buildOrganisation, buildUser } from "#test/builders/access";

/** What a route module shows to Remix, as far as a visit needs it. */
export interface RouteModule {
  readonly loader?: (args: LoaderFunctionArgs) => unknown;
  readonly action?: (args: ActionFunctionArgs) => unknown;
  readonly default?: ComponentType;
}

export interface Visitor {
  readonly userId: string;
  readonly cookie: string;
}

export interface Visit {
  readonly status: number;
  /** The page as the server writes it; empty for a redirect or a file. */
  readonly html: string;
  /** Where a redirect leads. */
  readonly location: string | null;
  readonly response: Response | null;
}

/** A signed-in user with one role in one region, in an organisation of his own. */
export async function aVisitor(role: Role, regionCode: string, name = "测试员"): Promise<Visitor> {
  const unique = newId().slice(-12);
  const sessionId = randomBytes(32).toString("base64url");
  const now = new Date();
  return asIdentity(async (tx) => {
    const organisationId = await buildOrganisation(tx, { name: `单位${unique}`, regionCode });
    const roles = [{ role, regionCode }];
    const user = { account: unique, name, organisationId, password: "unused-password", roles };
    const userId = await buildUser(tx, { ...user, cost: 4 });
    await tx.session.create({
      data: {
        idHash: hashSessionId(sessionId),
        userId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + 3_600_000),
        endedAt: null,
        ip: "10.0.0.1",
        userAgent: "test",
      },
    });
    return { userId, cookie: sessionCookie(sessionId, false).split(";")[0] ?? "" };
  });
}

/** Asks a route at an address, or posts a form to it (with files: as multipart), and renders what it answers. */
export async function visit(
  module: RouteModule,
  path: string,
  address: string,
  visitor: Visitor | null,
  form?: Readonly<Record<string, string>> | FormData,
): Promise<Visit> {
  const Page = module.default;
  const withContext =
    (answer: ((args: LoaderFunctionArgs) => unknown) | undefined) =>
    (args: Pick<LoaderFunctionArgs, "request" | "params">) =>
      answer?.({ ...args, context: { cspNonce: "", ip: addressOfFile() } }) ?? null;
  const handler = createStaticHandler([
    {
      id: "page",
      path,
      loader: withContext(module.loader),
      action: withContext(module.action),
      ...(Page === undefined ? {} : { element: <Page /> }),
    },
  ]);
  const headers = new Headers(visitor === null ? {} : { Cookie: visitor.cookie });
  const body = form === undefined ? null : bodyOf(form);
  const method = form === undefined ? "GET" : "POST";
  const request = new Request(new URL(address, "http://127.0.0.1:3000"), { method, headers, body });
  if (Page === undefined) return ofResponse(await handler.queryRoute(request).catch(onlyResponse));
  const context = await handler.query(request);
  if (context instanceof Response) return ofResponse(context);
  const failure: unknown = Object.values(context.errors ?? {})[0];
  const status = failure === undefined ? context.statusCode : statusOf(failure);
  if (failure !== undefined) return { status, html: "", location: null, response: null };
  const router = createStaticRouter(handler.dataRoutes, context);
  const html = renderToStaticMarkup(
    <StaticRouterProvider router={router} context={context} hydrate={false} />,
  );
  return { status, html, location: null, response: null };
}

/** Files of one worker share its modules: the guesses of one must not use up another's. */
const addressOfFile = (): string => expect.getState().testPath ?? "";

function bodyOf(form: Readonly<Record<string, string>> | FormData): BodyInit {
  return form instanceof FormData ? form : new URLSearchParams(form);
}

function ofResponse(response: unknown): Visit {
  if (!(response instanceof Response)) throw new Error("a route without a page answers a response");
  const { status } = response;
  return { status, html: "", location: response.headers.get("Location"), response };
}

function onlyResponse(error: unknown): Response {
  if (error instanceof Response) return error;
  throw error;
}

function statusOf(failure: unknown): number {
  const isAnswer = typeof failure === "object" && failure !== null && "status" in failure;
  if (!isAnswer || typeof failure.status !== "number") throw failure;
  return failure.status;
}
