import { findWithdrawn } from "~/data/evidence/consent-store.server";
import { revokeLinks, saveLinks } from "~/data/evidence/signing-link-store.server";
import { findUnpaid, listLinesToSign, type NamedLine } from "~/data/evidence/lines-to-sign.server";
import { leaveRosterTrail } from "~/data/rosters/roster-store.server";
import { findSignedRoster } from "~/data/rosters/signed-roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { closedTo, type ClosedRoster } from "~/domain/evidence/signed-roster";
import { LINK_LIFETIME_MS, type SigningWay } from "~/domain/evidence/signing-link";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** More slips than this are no class. */
export const MOST_LINKS = 500;

export type CreateLinksRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: ClosedRoster }
  /** Nobody is asked to sign for money that has not come. */
  | { readonly kind: "unpaid"; readonly name: string }
  | { readonly kind: "withdrawn"; readonly name: string }
  | { readonly kind: "nobodyLeft" }
  | { readonly kind: "tooMany"; readonly count: number };

/** A link as it is told once: whoever holds the token signs this line. */
export interface ToldLink extends Pick<NamedLine, "lineNo" | "name" | "idTail"> {
  readonly lineId: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * Gives out a link for one line, or for every line without a signature. An older link of the same
 * line ends; who has withdrawn his consent to be contacted, or has not been paid yet, gets none.
 */
export function createSigningLinks(
  actor: Actor,
  asked: { readonly rosterId: string; readonly lineId: string | null; readonly way: SigningWay },
  now: Date,
): Promise<
  Outcome<{ readonly label: string; readonly links: readonly ToldLink[] }, CreateLinksRefusal>
> {
  return inTransaction(actor, async (tx) => {
    const roster = await findSignedRoster(tx, asked.rosterId);
    if (roster === null) return refused({ kind: "notFound" });
    const { id: rosterId, countyCode, label } = roster;
    if (!may(actor, "proof.record", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const closed = closedTo(roster);
    if (closed !== null) return refused({ kind: closed });
    const lines = await listLinesToSign(tx, rosterId, asked.lineId);
    const [first] = lines;
    if (first === undefined) return refused({ kind: asked.lineId ? "notFound" : "nobodyLeft" });
    const unpaid = await findUnpaid(tx, rosterId);
    const paid = lines.filter(({ id }) => !unpaid.has(id));
    if (paid.length === 0) return refused({ kind: "unpaid", name: first.name });
    const people = paid.map(({ personId }) => personId);
    const withdrawn = await findWithdrawn(tx, people, "service");
    const willing = paid.filter(({ personId }) => !withdrawn.has(personId));
    if (willing.length === 0) return refused({ kind: "withdrawn", name: first.name });
    if (willing.length > MOST_LINKS) return refused({ kind: "tooMany", count: willing.length });
    await revokeLinks(tx, { lineIds: willing.map(({ id }) => id) }, { userId: actor.userId, now });
    const facts = { rosterId, countyCode, way: asked.way, by: actor, now };
    const tokens = await saveLinks(tx, willing, facts);
    const expiresAt = new Date(now.getTime() + LINK_LIFETIME_MS[asked.way]);
    const links = willing.map(({ id: lineId, lineNo, name, idTail }) => ({
      ...{ lineId, lineNo, name, idTail, expiresAt },
      token: tokens.get(lineId) ?? "",
    }));
    const detail = { headcount: links.length, way: asked.way, lineId: asked.lineId };
    await leaveRosterTrail(tx, actor, roster, "signing.createLink", now, detail);
    return done({ label, links });
  });
}
