import { isOverQuota } from "~/data/people/number-quota.server";
import { findPersonByIndex } from "~/data/people/person-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere } from "~/domain/access/policy";
import type { IdCardNumber } from "~/domain/shared/id-card-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { idCardIndex } from "~/platform/crypto/blind-index.server";
import { platform } from "~/platform/platform.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface LookedUp {
  readonly idIndex: Buffer;
  /** Null: nobody in scope has this number. */
  readonly personId: string | null;
}

export type LookUpRefusal = { readonly kind: "forbidden" } | { readonly kind: "tooMany" };

const ACTION = "people.lookUpNumber";
/** Guessing numbers must not pay; a clerk with a pile of cards stays below. Misses count like hits. */
const LIMITS = { perMinute: 30, perDay: 1_000 };

/** Finds a person by his full ID number. Every look-up leaves a trail, whether or not it finds anyone. */
export function lookUpNumber(
  actor: Actor,
  number: IdCardNumber,
  now: Date,
): Promise<Outcome<LookedUp, LookUpRefusal>> {
  return inTransaction(actor, async (tx) => {
    if (!mayAnywhere(actor, "people.read", dayInChina(now))) return refused({ kind: "forbidden" });
    if (await isOverQuota(tx, actor.userId, ACTION, LIMITS, now)) {
      return refused({ kind: "tooMany" });
    }
    const idIndex = idCardIndex(platform().keyRing, number);
    const person = await findPersonByIndex(tx, idIndex);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: ACTION,
      subjectKind: "person",
      subjectId: person?.id ?? "",
      // A miss belongs to nobody's county; the searcher's own auditors are to see it.
      countyCode: person?.countyCode ?? actor.assignments[0]?.regionCode ?? null,
      detail: { found: person !== null },
    });
    return done({ idIndex, personId: person?.id ?? null });
  });
}
