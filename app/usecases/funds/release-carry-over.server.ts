import { findDocument } from "~/data/funds/document-store.server";
import { saveRelease, type ReleaseFacts } from "~/data/funds/fund-step-store.server";
import { changePot, findPot, leavePotTrail } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import { documentLabel } from "~/domain/funds/document";
import {
  becameCarryOverOn,
  isReleasable,
  releaseRefusal,
  type ReleaseRefusal,
} from "~/domain/funds/release";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";

export type ReleaseCarryOverRefusal =
  | PotRefusal
  | ReleaseRefusal
  /** Not registered, or voided. */
  | { readonly kind: "documentUnknown" }
  | { readonly kind: "changedByOthers" };

/** Frees carried-over money by the document that decided on it. */
export function releaseCarryOver(
  actor: Actor,
  asked: { readonly potId: string; readonly facts: ReleaseFacts },
  now: Date,
): Promise<Outcome<null, ReleaseCarryOverRefusal>> {
  const { potId, facts } = asked;
  return ofStandingPot<null, ReleaseCarryOverRefusal>(
    actor,
    { potId, needs: "fund.release" },
    now,
    async (tx, pot) => {
      const document = await findDocument(tx, facts.documentId);
      const isKnown = document !== null && document.voidedAt === null;
      if (!isKnown) return refused({ kind: "documentUnknown" });
      const today = dayInChina(now);
      const source = await findPot(tx, pot.carriedFromId ?? "");
      const carriedOn = becameCarryOverOn(pot, source?.year ?? pot.year);
      const carried = { ...pot, carriedOn, isReleasable: isReleasable(pot, today) };
      const wrong = releaseRefusal(carried, document, facts, today);
      if (wrong !== null) return refused(wrong);
      const use = withNumbersMasked(facts.use);
      const by = { userId: actor.userId, name: actor.name, now };
      const releaseId = newId();
      const change = { isLocked: false, releaseId };
      if (!(await changePot(tx, pot, change))) return refused({ kind: "changedByOthers" });
      await saveRelease(tx, pot, { ...facts, use, id: releaseId }, by);
      const detail = { document: documentLabel(document) };
      await leavePotTrail(tx, actor, pot, { action: "fund.release", at: now, detail });
      return done(null);
    },
  );
}
