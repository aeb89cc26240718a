import { presentValue, saveAmendment } from "~/data/evidence/amendment-store.server";
import { lockRosterToSeal } from "~/data/evidence/seal-store.server";
import { leaveRosterTrail } from "~/data/rosters/roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import {
  AMENDMENT_SUBJECT_LABELS,
  readAmended,
  toAmendmentSubject,
} from "~/domain/rosters/amendment";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ProposeRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "notSealed" }
  | { readonly kind: "subjectMissing" }
  | { readonly kind: "lineMissing" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "wrongValue"; readonly message: string }
  | { readonly kind: "unchanged" };

export interface AskedAmendment {
  readonly rosterId: string;
  readonly lineId: string;
  readonly subject: string;
  readonly after: string;
  readonly reason: string;
}

/** Says what of a sealed line is wrong and what is right; the line itself stays as it was sealed. */
export function proposeAmendment(
  actor: Actor,
  asked: AskedAmendment,
  now: Date,
): Promise<Outcome<{ readonly number: number }, ProposeRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim()).slice(0, 500);
  const subject = toAmendmentSubject(asked.subject);
  return inTransaction(actor, async (tx) => {
    const roster = await lockRosterToSeal(tx, asked.rosterId);
    if (roster === null) return refused({ kind: "notFound" });
    const { id: rosterId, countyCode } = roster;
    if (!may(actor, "roster.amend", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (roster.state !== "sealed") return refused({ kind: "notSealed" });
    if (subject === null) return refused({ kind: "subjectMissing" });
    const before = await presentValue(tx, rosterId, asked.lineId, subject);
    if (before === null) return refused({ kind: "lineMissing" });
    const read = readAmended(subject, asked.after);
    if ("fault" in read) return refused({ kind: "wrongValue", message: read.fault });
    if (read.value === before) return refused({ kind: "unchanged" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const number = await saveAmendment(tx, {
      ...{ rosterId, countyCode, subject, before, reason, after: read.value },
      ...{ lineId: asked.lineId, proposedBy: actor.userId, proposedByName: actor.name },
      proposedAt: now,
    });
    const detail = { number, name: AMENDMENT_SUBJECT_LABELS[subject], reason };
    await leaveRosterTrail(tx, actor, roster, "amendment.propose", now, detail);
    return done({ number });
  });
}
