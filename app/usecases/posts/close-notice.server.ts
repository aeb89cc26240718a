import { countConfirmed } from "~/data/posts/notice-people-store.server";
import { leaveNoticeTrail, updateNotice } from "~/data/posts/notice-store.server";
import { objectionsOf } from "~/data/posts/objection-store.server";
import {
  ofStandingNotice,
  type AskedNotice,
  type NoticeStandingRefusal,
} from "~/data/posts/standing-notice.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type CloseNoticeRefusal =
  | NoticeStandingRefusal
  | { readonly kind: "notOpen" | "unproved" | "objectionOpen" | "wholeUpheld" | "withdrawn" }
  | { readonly kind: "notOver"; readonly toOn: CalendarDate }
  | { readonly kind: "someConfirmed"; readonly people: number };

const WRITES = { needs: ["post.write"] } as const;

/**
 * Ends a notice after its last day, once every objection is decided and none against the whole of it was upheld; one
 * that was entered afterwards needs its picture.
 */
export function closeNotice(
  actor: Actor,
  asked: AskedNotice & { readonly closingNote: string },
  now: Date,
): Promise<Outcome<null, CloseNoticeRefusal>> {
  const work = { ...asked, ...WRITES };
  return ofStandingNotice<null, CloseNoticeRefusal>(actor, work, now, async (tx, one) => {
    if (one.state !== "open") return refused({ kind: "notOpen" });
    if (dayInChina(now) <= one.toOn) return refused({ kind: "notOver", toOn: one.toOn });
    if (one.isLate && !one.hasProof) return refused({ kind: "unproved" });
    const objections = await objectionsOf(tx, one.id);
    if (objections.some(({ outcome }) => outcome === null)) {
      return refused({ kind: "objectionOpen" });
    }
    const isUpheld = objections.some((o) => o.appointmentId === null && o.outcome === "UPHELD");
    if (isUpheld) return refused({ kind: "wholeUpheld" });
    const closed = { closedBy: actor.userId, closedByName: actor.name, closedAt: now };
    const closingNote = withNumbersMasked(asked.closingNote);
    if (!(await updateNotice(tx, one, { state: "closed", ...closed, closingNote }))) {
      return refused({ kind: "changedByOthers" });
    }
    const detail = { name: one.title, objections: objections.length };
    await leaveNoticeTrail(tx, actor, one, { action: "post.notice.close", at: now, detail });
    return done(null);
  });
}

/** Takes a notice back, with a reason: its people are proposed as before and need another one; objections go with them. */
export function withdrawNotice(
  actor: Actor,
  asked: AskedNotice & { readonly reason: string },
  now: Date,
): Promise<Outcome<null, CloseNoticeRefusal>> {
  const work = { ...asked, ...WRITES };
  return ofStandingNotice<null, CloseNoticeRefusal>(actor, work, now, async (tx, one) => {
    if (one.state === "withdrawn") return refused({ kind: "withdrawn" });
    const people = await countConfirmed(tx, one.id);
    if (people > 0) return refused({ kind: "someConfirmed", people });
    const reason = withNumbersMasked(asked.reason);
    const by = { closedBy: actor.userId, closedByName: actor.name, closedAt: now };
    if (!(await updateNotice(tx, one, { state: "withdrawn", ...by, closingNote: reason }))) {
      return refused({ kind: "changedByOthers" });
    }
    const detail = { name: one.title, reason };
    await leaveNoticeTrail(tx, actor, one, { action: "post.notice.withdraw", at: now, detail });
    return done(null);
  });
}
