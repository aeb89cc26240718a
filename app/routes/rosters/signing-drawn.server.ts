import { addressQr } from "~/platform/http/public-address.server";
import type { ToldLink } from "~/usecases/evidence/create-signing-links.server";

/** A link as it is drawn, once: whose it is, until when, and the code that opens it. */
export interface DrawnLink extends Pick<ToldLink, "lineId" | "lineNo" | "name" | "idTail"> {
  readonly until: string;
  readonly qr: ReturnType<typeof addressQr>;
}

export function drawnLink(request: Request, link: ToldLink): DrawnLink {
  const { lineId, lineNo, name, idTail, expiresAt, token } = link;
  const qr = addressQr(request, `/s/${token}`);
  return { lineId, lineNo, name, idTail, until: expiresAt.toISOString(), qr };
}
