import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import type { ImportState } from "~/domain/rosters/roster-import";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { enqueueJob, hasOpenJob } from "~/data/jobs/job-store.server";
import { changeImport, findImport } from "~/data/rosters/import-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ReopenRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "notOpen" }
  | { readonly kind: "alreadyAsked" };

const OPEN: readonly ImportState[] = ["waiting", "needsColumns", "checked", "failed"];

/** Checks a file again whose check was cancelled or broke off. */
export function recheckImport(actor: Actor, importId: string, now: Date) {
  return withOpenImport(actor, importId, now, async (tx, one) => {
    if (one.state !== "waiting") return refused({ kind: "notOpen" });
    await enqueueJob(tx, {
      kind: "checkRosterImport",
      countyCode: one.countyCode,
      subjectId: importId,
      payload: {},
      createdBy: actor.userId,
      createdAt: now,
    });
    return done(null);
  });
}

/** Puts an import aside; the file and its trail stay. */
export function abandonImport(actor: Actor, importId: string, now: Date) {
  return withOpenImport(actor, importId, now, async (tx, one) => {
    if (!(await changeImport(tx, one, { state: "abandoned" }))) return refused({ kind: "notOpen" });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "roster.abandonImport",
      subjectKind: "rosterImport",
      subjectId: importId,
      countyCode: one.countyCode,
      detail: { edition: one.edition },
    });
    return done(null);
  });
}

type OpenImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

function withOpenImport(
  actor: Actor,
  importId: string,
  now: Date,
  work: (tx: Tx, one: OpenImport) => Promise<Outcome<null, ReopenRefusal>>,
): Promise<Outcome<null, ReopenRefusal>> {
  return inTransaction(actor, async (tx) => {
    const one = await findImport(tx, importId);
    if (one === null) return refused({ kind: "notFound" });
    if (!may(actor, IMPORT_LAYOUTS[one.layout].action, one.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (!OPEN.includes(one.state)) return refused({ kind: "notOpen" });
    if (await hasOpenJob(tx, importId)) return refused({ kind: "alreadyAsked" });
    return work(tx, one);
  });
}
