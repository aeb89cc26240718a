import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import { whyNotCommit, type CommitMode } from "~/domain/rosters/roster-import";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { enqueueJob, hasOpenJob } from "~/data/jobs/job-store.server";
import { countRows } from "~/data/rosters/import-view.server";
import { findImport } from "~/data/rosters/import-store.server";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CommitRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "notOpen" }
  | { readonly kind: "alreadyAsked" }
  | { readonly kind: "refusedRows" }
  | { readonly kind: "undecided" }
  | { readonly kind: "nothing" };

/** Queues the entry of a checked import into its roster. */
export function requestCommit(
  actor: Actor,
  importId: string,
  mode: CommitMode,
  now: Date,
): Promise<Outcome<{ readonly jobId: string }, CommitRefusal>> {
  return inTransaction(actor, async (tx) => {
    const one = await findImport(tx, importId);
    if (one === null) return refused({ kind: "notFound" });
    if (!may(actor, IMPORT_LAYOUTS[one.layout].action, one.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (one.state !== "checked") return refused({ kind: "notOpen" });
    if (await hasOpenJob(tx, importId)) return refused({ kind: "alreadyAsked" });
    const obstacle = whyNotCommit(await countRows(tx, importId), mode);
    if (obstacle !== null) return refused({ kind: obstacle });
    const jobId = await enqueueJob(tx, {
      kind: "commitRosterImport",
      countyCode: one.countyCode,
      subjectId: importId,
      payload: { mode, actorName: actor.name },
      createdBy: actor.userId,
      createdAt: now,
    });
    return done({ jobId });
  });
}
