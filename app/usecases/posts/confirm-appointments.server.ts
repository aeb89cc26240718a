import {
  findAppointments,
  leaveAppointmentTrail,
  updateAppointment,
  type AppointmentRecord,
} from "~/data/posts/appointment-store.server";
import { confirmBlocksOf } from "~/data/posts/confirmation-facts.server";
import { holdForAppointments } from "~/data/posts/appointment-checks.server";
import { askingOf } from "~/data/posts/post-asking.server";
import { checkColumns, checkedForWriting } from "~/data/posts/settle-appointment.server";
import { ofStandingNotice, type NoticeStandingRefusal } from "~/data/posts/standing-notice.server";
import type { Actor } from "~/domain/access/actor";
import { CONFIRM_BLOCK_LABELS } from "~/domain/posts/confirmation";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";

export type ConfirmRefusal = NoticeStandingRefusal | { readonly kind: "nobody" };

/** Who was confirmed, and of the others what stands against it (Chinese). */
export interface Confirmed {
  readonly confirmed: number;
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Confirms people of a notice that is over: by another than who proposed them, verified, with no objection open or
 * upheld. What stands against each is asked again on this day; who cannot be confirmed is named and left as he was.
 */
export function confirmAppointments(
  actor: Actor,
  asked: {
    readonly noticeId: string;
    readonly version: number;
    readonly appointmentIds: readonly string[];
  },
  now: Date,
): Promise<Outcome<Confirmed, ConfirmRefusal>> {
  const work = { ...asked, needs: ["post.confirm"] } as const;
  return ofStandingNotice<Confirmed, ConfirmRefusal>(actor, work, now, async (tx, notice) => {
    const chosen = await findAppointments(tx, asked.appointmentIds);
    const people = chosen.filter(({ noticeId }) => noticeId === notice.id);
    if (people.length === 0) return refused({ kind: "nobody" });
    await holdForAppointments(askingOf(tx), people);
    const blocks = await confirmBlocksOf(tx, notice, people, actor.userId);
    const left: { name: string; reason: string }[] = [];
    for (const one of people) {
      const known = (blocks.get(one.id) ?? []).map((block) => CONFIRM_BLOCK_LABELS[block]);
      const reason = known.length === 0 ? await confirm(tx, actor, one, now) : known.join("；");
      if (reason !== null) left.push({ name: one.name, reason });
    }
    return done({ confirmed: people.length - left.length, left });
  });
}

/** Null when it is done; else what stands against it by now. */
async function confirm(
  tx: Tx,
  actor: Actor,
  one: AppointmentRecord,
  now: Date,
): Promise<string | null> {
  const check = await checkedForWriting(tx, one, one, one.quotaId);
  // A quota closed since then appoints nobody new; these were agreed while it was open.
  const stop = check.findings.find((f) => f.severity === "refused" && f.kind !== "quota-closed");
  if (stop !== undefined) return stop.message;
  if (check.registry.category === null) return CONFIRM_BLOCK_LABELS.NOT_VERIFIED;
  const { userId: confirmedBy, name: confirmedByName } = actor;
  const signed = { state: "confirmed", confirmedBy, confirmedByName, confirmedAt: now };
  if (!(await updateAppointment(tx, one, now, { ...signed, ...checkColumns(check) }))) {
    return "别人刚刚改过，请核对后再确认";
  }
  const { title: name, startsOn, endsOn } = one;
  const event = { action: "post.confirm", at: now, detail: { name, startsOn, endsOn } };
  await leaveAppointmentTrail(tx, actor, one, event);
  return null;
}
