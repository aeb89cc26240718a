import {
  findConsentingPerson,
  voidCloseUps,
  withdrawConsents,
} from "~/data/evidence/consent-store.server";
import { revokeLinks } from "~/data/evidence/signing-link-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  CONSENT_PURPOSE_LABELS,
  WITHDRAWAL_WAY_LABELS,
  type ConsentPurpose,
  type WithdrawalForm,
} from "~/domain/evidence/consent";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type WithdrawConsentRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "nothingStands" };

/** Ends a consent and, in the same moment, whatever it allowed; what the accounts need stays. */
export function withdrawConsent(
  actor: Actor,
  asked: WithdrawalForm & { readonly personId: string },
  now: Date,
): Promise<Outcome<null, WithdrawConsentRefusal>> {
  const { personId, purpose, way } = asked;
  const reason = withNumbersMasked(asked.reason);
  const by = { userId: actor.userId, now };
  return inTransaction(actor, async (tx) => {
    const person = await findConsentingPerson(tx, personId);
    if (person === null) return refused({ kind: "notFound" });
    const { countyCode } = person;
    if (!may(actor, "consent.record", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if ((await withdrawConsents(tx, personId, purpose, { ...by, way, reason })) === 0) {
      return refused({ kind: "nothingStands" });
    }
    await endUse(tx, personId, purpose, by);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "consent.withdraw",
      subjectKind: "person",
      subjectId: personId,
      countyCode,
      detail: {
        purpose: CONSENT_PURPOSE_LABELS[purpose],
        source: WITHDRAWAL_WAY_LABELS[way],
        reason,
      },
    });
    return done(null);
  });
}

/** Whoever refers people to employers asks findStandingConsent each time: nothing is kept of it to end. */
async function endUse(
  tx: Tx,
  personId: string,
  purpose: ConsentPurpose,
  by: { readonly userId: string; readonly now: Date },
): Promise<void> {
  switch (purpose) {
    case "fingerprintImage":
      return voidCloseUps(tx, personId, by);
    case "service": {
      const lines = await tx.rosterLine.findMany({ where: { personId }, select: { id: true } });
      await revokeLinks(tx, { lineIds: lines.map(({ id }) => id) }, by);
      return;
    }
    case "employerReferral":
      return;
  }
}
