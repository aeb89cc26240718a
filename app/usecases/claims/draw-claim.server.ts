import { addBatch, addLines, claimedSources, holdDrawing } from "~/data/claims/claim-store.server";
import { isOpenPot } from "~/data/claims/open-pot.server";
import { gather, type ClaimSourceAsked } from "~/data/claims/draw/gather.server";
import { numbersFor } from "~/data/rules/numbers.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { SOURCE_OF_KIND } from "~/domain/claims/claim";
import { BEFORE_ALL, priced } from "~/domain/claims/drawing";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type DrawClaimRefusal =
  | { readonly kind: "forbidden" }
  /** No such pot of the county, or one that is closed, void or not yet freed. */
  | { readonly kind: "potNotFound" }
  | { readonly kind: "sourceNotFound" }
  | { readonly kind: "notSealed" }
  /** Nothing is proved, or all of it is claimed already. */
  | { readonly kind: "nobody"; readonly claimed: number };

export interface AskedClaim {
  readonly countyCode: string;
  readonly year: number;
  readonly potId: string;
  readonly title: string;
  readonly source: ClaimSourceAsked;
}

/** Draws a batch from what is proved and not yet claimed; answers its id. Two at once never claim one thing twice. */
export function drawClaim(
  actor: Actor,
  asked: AskedClaim,
  now: Date,
): Promise<Outcome<string, DrawClaimRefusal>> {
  const { countyCode, potId, year, source } = asked;
  const { kind } = source;
  const today = dayInChina(now);
  return inTransaction<Outcome<string, DrawClaimRefusal>>(actor, async (tx) => {
    if (!may(actor, "claim.write", countyCode, today)) return refused({ kind: "forbidden" });
    if (!(await isOpenPot(tx, countyCode, potId))) return refused({ kind: "potNotFound" });
    await holdDrawing(tx, countyCode, kind);
    const everyDay = await numbersFor(tx, countyCode, [BEFORE_ALL, today]);
    const found = await gather(tx, { countyCode, today }, source, everyDay);
    if (!found.ok) return found;
    const { lines, payee, label } = found.value;
    const ids = lines.map(({ sourceId }) => sourceId);
    const claimed = await claimedSources(tx, kind, ids);
    const open = lines.filter(({ sourceId, quantity }) => !claimed.has(sourceId) && quantity > 0);
    if (open.length === 0) return refused({ kind: "nobody", claimed: claimed.size });
    const title = withNumbersMasked(asked.title.trim().slice(0, 200)) || label;
    const by = { userId: actor.userId, name: actor.name, now };
    const batch = { countyCode, kind, year, potId, title, payee, source: { ...source, label } };
    const { id, number } = await addBatch(tx, batch, by);
    const sourceKind = SOURCE_OF_KIND[kind];
    const rows = open.map((line) => priced(line, kind, everyDay));
    await addLines(tx, { id, countyCode, kind, year, sourceKind }, rows);
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "claim.draw" },
      ...{ subjectKind: "claimBatch", subjectId: id, countyCode },
      detail: { name: title, year, number, headcount: open.length, claimed: claimed.size },
    });
    return done(id);
  });
}
