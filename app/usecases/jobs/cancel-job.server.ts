import { requestCancel } from "~/data/jobs/job-store.server";
import { findJob } from "~/data/jobs/job-view.server";
import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { JobKind } from "~/domain/jobs/job";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CancelRefusal =
  { readonly kind: "notFound" } | { readonly kind: "forbidden" } | { readonly kind: "over" };

/** Who may start a kind of work may stop it. */
const STARTED_BY: Readonly<Record<JobKind, Action>> = {
  importRegistry: "registry.import",
  checkRosterImport: "roster.import",
  commitRosterImport: "roster.import",
  readMedia: "media.write",
  readScans: "proof.record",
};

/** Asks a waiting or running job to stop. Nothing of it has been written, so nothing is left behind. */
export function cancelJob(
  actor: Actor,
  jobId: string,
  now: Date,
): Promise<Outcome<null, CancelRefusal>> {
  return inTransaction(actor, async (tx) => {
    const job = await findJob(tx, jobId);
    if (job === null) return refused({ kind: "notFound" });
    if (!may(actor, STARTED_BY[job.kind], job.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    return (await requestCancel(tx, jobId, now)) ? done(null) : refused({ kind: "over" });
  });
}
