import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import type { Decision } from "~/domain/rosters/roster-import";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { decideAll, decideRows } from "~/data/rosters/import-decisions.server";
import { findImport } from "~/data/rosters/import-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type DecisionRefusal =
  { readonly kind: "notFound" } | { readonly kind: "forbidden" } | { readonly kind: "notOpen" };

/** Row by row, or one word for all that are still open. */
export type Decisions =
  | { readonly rows: readonly { readonly sheetRow: number; readonly decision: Decision }[] }
  | { readonly all: Decision };

/** Says which holds where the file and the record disagree. Nothing is overwritten before this. */
export function decideDifferences(
  actor: Actor,
  importId: string,
  decisions: Decisions,
  now: Date,
): Promise<Outcome<{ readonly decided: number }, DecisionRefusal>> {
  return inTransaction(actor, async (tx) => {
    const one = await findImport(tx, importId);
    if (one === null) return refused({ kind: "notFound" });
    if (!may(actor, IMPORT_LAYOUTS[one.layout].action, one.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (one.state !== "checked") return refused({ kind: "notOpen" });
    const decided =
      "all" in decisions
        ? await decideAll(tx, importId, decisions.all)
        : await decideRows(tx, importId, decisions.rows);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "roster.decideDifferences",
      subjectKind: "rosterImport",
      subjectId: importId,
      countyCode: one.countyCode,
      detail: { ...decisions, decided },
    });
    return done({ decided });
  });
}
