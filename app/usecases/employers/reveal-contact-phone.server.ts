import { findContactPhone, findEmployer } from "~/data/employers/employer-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import { isOverQuota } from "~/data/people/number-quota.server";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RevealContactRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "noPhone" }
  | { readonly kind: "tooMany" };

const ACTION = "employer.revealPhone";
const LIMITS = { perMinute: 30, perDay: 300 };

/**
 * Shows the phone of an employer's contact to whoever follows up people at work. Employers belong to no
 * region, so the right held for any region of his is enough.
 */
export function revealContactPhone(
  actor: Actor,
  employerId: string,
  now: Date,
): Promise<Outcome<string, RevealContactRefusal>> {
  return inTransaction(actor, async (tx) => {
    const employer = await findEmployer(tx, employerId);
    if (employer === null) return refused({ kind: "notFound" });
    if (!mayAnywhere(actor, ACTION, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const phone = await findContactPhone(tx, employerId);
    if (phone === null) return refused({ kind: "noPhone" });
    if (await isOverQuota(tx, actor.userId, ACTION, LIMITS, now)) {
      return refused({ kind: "tooMany" });
    }
    const { id, ownerCode: countyCode, name: label } = employer;
    await leaveWorkTrail(tx, actor, { kind: "employer", id, countyCode, label }, ACTION, now);
    return done(phone);
  });
}
