import { isOverQuota } from "~/data/people/number-quota.server";
import { findFullNumbers, type FullNumbers } from "~/data/people/person-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RevealRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "noReason" }
  | { readonly kind: "tooMany" };

const ACTION = "people.revealNumber";
const LIMITS = { perMinute: 30, perDay: 300 };
const SHORTEST_REASON = 2;
const LONGEST_REASON = 200;

/** Shows a person's full ID number and phone, for a reason that goes into the trail with it. */
export function revealNumber(
  actor: Actor,
  personId: string,
  typedReason: string,
  now: Date,
): Promise<Outcome<FullNumbers, RevealRefusal>> {
  const reason = withNumbersMasked(typedReason.trim()).slice(0, LONGEST_REASON);
  return inTransaction(actor, async (tx) => {
    const person = await findFullNumbers(tx, personId);
    if (person === null) return refused({ kind: "notFound" });
    if (!may(actor, ACTION, person.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (reason.length < SHORTEST_REASON) return refused({ kind: "noReason" });
    if (await isOverQuota(tx, actor.userId, ACTION, LIMITS, now)) {
      return refused({ kind: "tooMany" });
    }
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: ACTION,
      subjectKind: "person",
      subjectId: personId,
      countyCode: person.countyCode,
      detail: { reason },
    });
    return done(person);
  });
}
