import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * Headers of every response: nothing from other hosts, scripts only with this response's nonce
 * (`response.locals.cspNonce`), no framing. HSTS only when the product is served over https.
 */
export function securityHeaders(isHttps: boolean): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals.cspNonce = randomBytes(16).toString("base64");
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
          styleSrc: ["'self'"],
          styleSrcAttr: ["'unsafe-inline'"], // widths of progress bars
          imgSrc: ["'self'", "data:", "blob:"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      crossOriginOpenerPolicy: isHttps ? { policy: "same-origin" } : false,
      originAgentCluster: isHttps,
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
      xPoweredBy: true,
    }),
  ];
}

function nonceOf(response: object): string {
  return (response as { locals: { cspNonce: string } }).locals.cspNonce;
}
