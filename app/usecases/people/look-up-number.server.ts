import { isOverQuota } from "~/data/people/number-quota.server";
import { findPersonByIndex } from "~/data/people/person-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { NUMBER_LOOK_UP } from "~/domain/people/look-up-limit";
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

/** Finds a person by his full ID number. Every look-up leaves a trail, whether or not it finds anyone. */
export function lookUpNumber(
  actor: Actor,
  number: IdCardNumber,
  now: Date,
): Promise<Outcome<LookedUp, LookUpRefusal>> {
  const today = dayInChina(now);
  const { action, limits } = NUMBER_LOOK_UP;
  return inTransaction(narrowedTo(actor, "people.read", today), async (tx) => {
    if (!mayAnywhere(actor, "people.read", today)) return refused({ kind: "forbidden" });
    if (await isOverQuota(tx, actor.userId, action, limits, now)) {
      return refused({ kind: "tooMany" });
    }
    const idIndex = idCardIndex(platform().keyRing, number);
    const person = await findPersonByIndex(tx, idIndex);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action,
      subjectKind: "person",
      subjectId: person?.id ?? "",
      // A miss belongs to nobody's county; the searcher's own auditors are to see it.
      countyCode: person?.countyCode ?? actor.assignments[0]?.regionCode ?? null,
      detail: { found: person !== null },
    });
    return done({ idIndex, personId: person?.id ?? null });
  });
}
