import { leaveAppointmentTrail, updateAppointment } from "~/data/posts/appointment-store.server";
import { findingsOfFile } from "~/data/posts/imported-post-store.server";
import { findQuota } from "~/data/posts/quota-store.server";
import { checkedForWriting } from "~/data/posts/settle-appointment.server";
import {
  ofStandingAppointment,
  type AskedAppointment,
  type StandingRefusal,
} from "~/data/posts/standing-appointment.server";
import type { Actor } from "~/domain/access/actor";
import { quotaMisfit, type QuotaMisfit } from "~/domain/posts/quota-fit";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

export type AttachRefusal =
  | StandingRefusal
  | { readonly kind: "underQuota" }
  | { readonly kind: "quotaUnknown" }
  | { readonly kind: "misfit"; readonly misfit: QuotaMisfit }
  /** How many posts it gives, and when they are all held. */
  | { readonly kind: "full"; readonly message: string };

/** Puts a post that came by file under a quota of its county. A closed one may take it: it was held while it was open. */
export function attachQuota(
  actor: Actor,
  asked: AskedAppointment & { readonly quotaId: string },
  now: Date,
): Promise<Outcome<null, AttachRefusal>> {
  return ofStandingAppointment<AttachRefusal>(actor, asked, now, async (tx, one) => {
    if (one.quotaId !== null) return refused({ kind: "underQuota" });
    const quota = await findQuota(tx, asked.quotaId);
    if (quota === null || quota.countyCode !== one.countyCode) {
      return refused({ kind: "quotaUnknown" });
    }
    const misfit = quotaMisfit(one, quota.facts);
    if (misfit !== null) return refused({ kind: "misfit", misfit });
    const { findings } = await checkedForWriting(tx, one, one, quota.id);
    const full = findings.find(({ kind }) => kind === "quota-full");
    if (full !== undefined) return refused({ kind: "full", message: full.message });
    const kept = await findingsOfFile(tx, one.id);
    const changed = await updateAppointment(tx, one, now, { quotaId: quota.id, findings: kept });
    if (!changed) return refused({ kind: "changedByOthers" });
    const { documentNumber, title } = quota.facts;
    const detail = { before: "岗位指标 未挂", after: `岗位指标 ${documentNumber} ${title}` };
    await leaveAppointmentTrail(tx, actor, one, { action: "post.change", at: now, detail });
    return done(null);
  });
}
