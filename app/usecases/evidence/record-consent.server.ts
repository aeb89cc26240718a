import {
  findConsentingPerson,
  findStandingConsent,
  saveConsents,
} from "~/data/evidence/consent-store.server";
import { findNoticeInForce } from "~/data/evidence/notice-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { CONSENT_PURPOSE_LABELS, type ConsentForm } from "~/domain/evidence/consent";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RecordConsentRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "inFuture" }
  | { readonly kind: "noNotice" }
  | { readonly kind: "alreadyStands" };

/** Records that a person agreed on paper, under the notice that was in force on that day. */
export function recordConsent(
  actor: Actor,
  asked: ConsentForm & { readonly personId: string },
  now: Date,
): Promise<Outcome<null, RecordConsentRefusal>> {
  const today = dayInChina(now);
  const { personId, purpose, givenOn } = asked;
  return inTransaction(actor, async (tx) => {
    const person = await findConsentingPerson(tx, personId);
    if (person === null) return refused({ kind: "notFound" });
    const { countyCode } = person;
    if (!may(actor, "consent.record", countyCode, today)) return refused({ kind: "forbidden" });
    if (givenOn > today) return refused({ kind: "inFuture" });
    const notice = await findNoticeInForce(tx, purpose, countyCode, givenOn);
    if (notice === null) return refused({ kind: "noNotice" });
    if ((await findStandingConsent(tx, { personId }, purpose)) !== null) {
      return refused({ kind: "alreadyStands" });
    }
    const facts = { personId, lineId: null, countyCode, noticeId: notice.id, purpose };
    const givenAt = givenOn === today ? now : new Date(`${givenOn}T00:00:00+08:00`);
    const witness = withNumbersMasked(asked.witness);
    const recorded = { recordedBy: actor.userId, recordedAt: now };
    await saveConsents(tx, [{ ...facts, method: "paper", givenAt, witness, ...recorded }]);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "consent.give",
      subjectKind: "person",
      subjectId: personId,
      countyCode,
      detail: { purpose: CONSENT_PURPOSE_LABELS[purpose], edition: notice.version },
    });
    return done(null);
  });
}
