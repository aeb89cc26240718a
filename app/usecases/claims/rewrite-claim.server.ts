import {
  changeClaim,
  ofClaim,
  type AskedClaimStep,
  type ClaimStepRefusal,
} from "~/data/claims/claim-change.server";
import { claimedSources, holdDrawing } from "~/data/claims/claim-store.server";
import { isOpenPot } from "~/data/claims/open-pot.server";
import { findLine, putLineBack, takeOutLines } from "~/data/claims/written-line-store.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

export type RewriteClaimRefusal =
  | ClaimStepRefusal
  | { readonly kind: "reasonMissing" | "titleMissing" | "potNotFound" }
  | { readonly kind: "lineMissing" | "claimedElsewhere" };

type Answer = Promise<Outcome<null, RewriteClaimRefusal>>;
type AskedLine = AskedClaimStep & { readonly lineId: string };

const writing = (now: Date) =>
  ({ needs: ["claim.write"], states: ["draft", "returned"], now }) as const;
const typed = (text: string) => withNumbersMasked(text.trim().slice(0, 200));

/** Another title, another pot of the county that is open. */
export function editClaim(
  actor: Actor,
  asked: AskedClaimStep & { readonly title: string; readonly potId: string },
  now: Date,
): Answer {
  const title = typed(asked.title);
  return ofClaim<null, RewriteClaimRefusal>(actor, asked, writing(now), async (tx, claim) => {
    if (title === "") return refused({ kind: "titleMissing" });
    const { potId } = asked;
    if (!(await isOpenPot(tx, claim.countyCode, potId))) return refused({ kind: "potNotFound" });
    const detail = { outcome: potId === claim.potId ? "改名称" : "改资金项目" };
    const event = { actor, now, action: "claim.change", detail };
    await changeClaim(tx, { ...claim, title }, { title, potId }, event);
    return done(null);
  });
}

/** Takes the whole claim back; what it was drawn from can be claimed in another. */
export function removeClaim(
  actor: Actor,
  asked: AskedClaimStep & { readonly reason: string },
  now: Date,
): Answer {
  const reason = typed(asked.reason);
  return ofClaim<null, RewriteClaimRefusal>(actor, asked, writing(now), async (tx, claim) => {
    if (reason === "") return refused({ kind: "reasonMissing" });
    await takeOutLines(tx, claim.id, "all", { reason: `整批撤销：${reason}`, now });
    const gone = { removedAt: now, removedReason: reason };
    await changeClaim(tx, claim, gone, { actor, now, action: "claim.remove", detail: { reason } });
    return done(null);
  });
}

/** Takes one line out for the reason; drawing anew does not bring it back. */
export function takeLineOut(
  actor: Actor,
  asked: AskedLine & { readonly reason: string },
  now: Date,
): Answer {
  const reason = typed(asked.reason);
  return ofClaim<null, RewriteClaimRefusal>(actor, asked, writing(now), async (tx, claim) => {
    const line = await findLine(tx, claim.id, asked.lineId);
    if (line === null || line.removedAt !== null) return refused({ kind: "lineMissing" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    await takeOutLines(tx, claim.id, [line.id], { reason, now });
    const detail = { person: line.name, reason, outcome: "移出一条" };
    await changeClaim(tx, claim, {}, { actor, now, action: "claim.change", detail });
    return done(null);
  });
}

/** Puts a line that was taken out back, unless another claim has taken it up. */
export function putBack(actor: Actor, asked: AskedLine, now: Date): Answer {
  return ofClaim<null, RewriteClaimRefusal>(actor, asked, writing(now), async (tx, claim) => {
    await holdDrawing(tx, claim.countyCode, claim.kind);
    const line = await findLine(tx, claim.id, asked.lineId);
    if (line === null || line.removedAt === null) return refused({ kind: "lineMissing" });
    const claimed = await claimedSources(tx, claim.kind, [line.sourceId]);
    if (claimed.size > 0) return refused({ kind: "claimedElsewhere" });
    await putLineBack(tx, line.id);
    const detail = { person: line.name, outcome: "放回一条" };
    await changeClaim(tx, claim, {}, { actor, now, action: "claim.change", detail });
    return done(null);
  });
}
