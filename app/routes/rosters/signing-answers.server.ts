import type { Actor } from "~/domain/access/actor";
import { CLOSED_TEXTS } from "~/domain/evidence/signed-roster";
import { isTokenShaped, type SigningWay } from "~/domain/evidence/signing-link";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { isOwnMachine, publicAddress } from "~/platform/http/public-address.server";
import { createSigningLinks } from "~/usecases/evidence/create-signing-links.server";
import type { CreateLinksRefusal, ToldLink } from "~/usecases/evidence/create-signing-links.server";
import { revokeSigningLinks } from "~/usecases/evidence/revoke-signing-links.server";
import { drawnLink, type DrawnLink } from "./signing-drawn.server";

/** A link just made: to be scanned, or opened on this very machine. */
export interface GivenLink extends DrawnLink {
  readonly way: SigningWay;
  readonly token: string;
  /** The address leads to the machine the page is open on, and no other device can reach it. */
  readonly isOwnMachine: boolean;
}

type SigningAnswer =
  | ({ readonly kind: "link" } & GivenLink)
  | { readonly kind: "handOver"; readonly token: string }
  | { readonly kind: "revoked"; readonly count: number }
  | { readonly kind: "refused"; readonly message: string };

/** The buttons of the page: a link for one line on tablet or phone, handing this machine over, taking links back. */
export async function answerSigningForm(
  actor: Actor,
  rosterId: string,
  request: Request,
): Promise<SigningAnswer> {
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const lineId = String(form.get("lineId") ?? "");
  switch (intent) {
    case "tablet":
    case "phone": {
      const way = intent === "tablet" ? "screen" : "ownPhone";
      const outcome = await createSigningLinks(actor, { rosterId, lineId, way }, now());
      if (!outcome.ok) return { kind: "refused", message: messageOf(outcome.refusal) };
      const [link] = outcome.value.links;
      if (link === undefined) throw notFound();
      return given(request, link, way);
    }
    case "handOver": {
      const token = String(form.get("token") ?? "");
      if (!isTokenShaped(token)) throw notFound();
      return { kind: "handOver", token };
    }
    case "revoke":
    case "revokeAll": {
      const which = intent === "revoke" ? lineId : null;
      const outcome = await revokeSigningLinks(actor, { rosterId, lineId: which }, now());
      if (outcome.ok) return { kind: "revoked", count: outcome.value.count };
      if (outcome.refusal.kind === "notFound") throw notFound();
      if (outcome.refusal.kind === "forbidden") throw forbidden();
      return { kind: "refused", message: "没有可以收回的签字链接：都已用过、过期或收回。" };
    }
    default:
      throw notFound();
  }
}

function given(request: Request, link: ToldLink, way: SigningWay): SigningAnswer {
  const isOwn = isOwnMachine(publicAddress(request, "/"));
  const { token } = link;
  return { kind: "link", ...drawnLink(request, link), way, token, isOwnMachine: isOwn };
}

/** Why no link was given out. */
export function messageOf(refusal: CreateLinksRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
      return "花名册已封存，不能再签字；需要更正的，走封存后更正。";
    case "locked":
    case "notApproved":
      return CLOSED_TEXTS[refusal.kind];
    case "unpaid":
      return `${refusal.name}的工资还没有到账，到账后再请本人签收。`;
    case "withdrawn":
      return `${refusal.name}已撤回联系同意，不再生成签字链接；请在打印的纸上签字。`;
    case "nobodyLeft":
      return "都已签字，没有要生成的二维码。";
    case "tooMany":
      return `有 ${refusal.count} 人未签，一次最多生成 500 人的二维码。`;
  }
}
