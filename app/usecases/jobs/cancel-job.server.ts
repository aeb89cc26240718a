import { requestCancel } from "~/data/jobs/job-store.server";
import { findJob } from "~/data/jobs/job-view.server";
import { findImportAction } from "~/data/rosters/import-store.server";
import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { JobKind } from "~/domain/jobs/job";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CancelRefusal =
  { readonly kind: "notFound" } | { readonly kind: "forbidden" } | { readonly kind: "over" };

/** Who may start a kind of work may stop it. */
async function startedBy(tx: Tx, kind: JobKind, subjectId: string): Promise<Action> {
  switch (kind) {
    case "importRegistry":
      return "registry.import";
    case "checkRosterImport":
    case "commitRosterImport":
      return (await findImportAction(tx, subjectId)) ?? "roster.import";
    case "readMedia":
      return "media.write";
    case "readScans":
      return "proof.record";
    case "recheckClaims":
      return "claim.check";
  }
}

/** Asks a waiting or running job to stop. Nothing of it has been written, so nothing is left behind. */
export function cancelJob(
  actor: Actor,
  jobId: string,
  now: Date,
): Promise<Outcome<null, CancelRefusal>> {
  return inTransaction(actor, async (tx) => {
    const job = await findJob(tx, jobId);
    if (job === null) return refused({ kind: "notFound" });
    const action = await startedBy(tx, job.kind, job.subjectId);
    if (!may(actor, action, job.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    return (await requestCancel(tx, jobId, now)) ? done(null) : refused({ kind: "over" });
  });
}
