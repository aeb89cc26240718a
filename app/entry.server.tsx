import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { withoutNulBytes } from "~/platform/http/without-nul-bytes.server";
import { log } from "~/platform/log.server";
import { DocumentContext } from "~/ui/frame/document-context";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** Set by the security headers' middleware, one per response. */
    cspNonce: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}

const RENDER_LIMIT_MS = 10_000;

/** One short number per request, so that the page a person sees and the line in the log can be laid side by side. */
const references = new WeakMap<AppLoadContext, string>();

function referenceOf(context: AppLoadContext): string {
  const known = references.get(context);
  if (known !== undefined) return known;
  const made = crypto.randomUUID().slice(0, 8).toUpperCase();
  references.set(context, made);
  return made;
}

/**
 * The document, written whole before the first byte leaves: it costs less than streaming, and a late error
 * still gets its own status. (A plain string renderer would never hydrate under single fetch.)
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const facts = {
    nonce: loadContext.cspNonce,
    reference: status >= 500 ? referenceOf(loadContext) : undefined,
    isRefusal: status === 400 || status === 409 || status === 422,
  };
  let answer = status;
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <DocumentContext.Provider value={facts}>
        <RemixServer context={remixContext} url={request.url} nonce={loadContext.cspNonce} />
      </DocumentContext.Provider>,
      {
        nonce: loadContext.cspNonce,
        onAllReady() {
          clearTimeout(limit);
          const body = withoutNulBytes();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(
            new Response(createReadableStreamFromReadable(body), { headers, status: answer }),
          );
          pipe(body);
        },
        onShellError(error: unknown) {
          clearTimeout(limit);
          reject(error);
        },
        onError(error: unknown) {
          answer = 500;
          log.error({ err: error, reference: referenceOf(loadContext) }, "render failed");
        },
      },
    );
    const limit = setTimeout(abort, RENDER_LIMIT_MS);
  });
}

/** Surprises of loaders and actions; what a person broke off is none. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  const { pathname } = new URL(request.url);
  log.error({ err: error, reference: referenceOf(context), path: pathname }, "request failed");
}
