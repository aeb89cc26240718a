import { findEvidenceClass } from "~/data/evidence/evidence-class-store.server";
import { drawSpotCheck } from "~/data/evidence/spot-check-draw.server";
import { isOverQuota } from "~/data/people/number-quota.server";
import { findFullNumbers } from "~/data/people/person-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { MOST_SAMPLED } from "~/domain/evidence/spot-check";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type SampledPhonesRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "nobodyDrawn" }
  | { readonly kind: "tooMany" };

export interface SampledPhone {
  readonly lineNo: number;
  readonly name: string;
  /** Null: the roster has none. */
  readonly phone: string | null;
}

const ACTION = "supervision.revealPhone";
const LIMITS = { perMinute: 60, perDay: 300 };

/**
 * The telephone numbers of exactly those trainees who were drawn for this official's spot check: whoever must ask
 * them can ring them, though he sees no other number. Each number shown leaves a trail of its own.
 */
export function revealSampledPhones(
  actor: Actor,
  asked: { readonly classId: string; readonly sampled: number },
  now: Date,
): Promise<Outcome<readonly SampledPhone[], SampledPhonesRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await findEvidenceClass(tx, asked.classId);
    if (one === null || !may(actor, "class.read", one.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, "supervision.write", one.countyCode, today) || one.isSealed) {
      return refused({ kind: "forbidden" });
    }
    const who = { classId: one.id, rosterId: one.rosterId, userId: actor.userId };
    const { trainees } = await drawSpotCheck(tx, who, Math.min(asked.sampled, MOST_SAMPLED));
    if (trainees.length === 0) return refused({ kind: "nobodyDrawn" });
    if (await isOverQuota(tx, actor.userId, ACTION, LIMITS, now)) {
      return refused({ kind: "tooMany" });
    }
    const phones: SampledPhone[] = [];
    for (const { personId, lineNo, name } of trainees) {
      const numbers = await findFullNumbers(tx, personId);
      phones.push({ lineNo, name, phone: numbers?.phone ?? null });
    }
    const { userId: actorId, name: actorName } = actor;
    for (const { personId } of trainees) {
      const subject = { subjectKind: "person" as const, subjectId: personId };
      const detail = { classId: one.id };
      const who = { actorId, actorName, countyCode: one.countyCode };
      await leaveTrail(tx, { at: now, action: ACTION, ...who, ...subject, detail });
    }
    return done(phones);
  });
}
