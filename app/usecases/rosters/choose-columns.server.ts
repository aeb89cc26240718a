import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import type { RosterLayout } from "~/domain/rosters/layouts/layout";
import type { TableChoice } from "~/domain/rosters/table";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { enqueueJob, hasOpenJob } from "~/data/jobs/job-store.server";
import { saveColumnMemory } from "~/data/rosters/column-memory-store.server";
import * as imports from "~/data/rosters/import-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ColumnsRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "notOpen" }
  | { readonly kind: "alreadyAsked" }
  | { readonly kind: "missing"; readonly headers: readonly string[] };

export interface ColumnChoice extends TableChoice<string> {
  /** The headers in file order, by which the county's choice is remembered. */
  readonly signature: string;
}

/** Reads the file again by the columns pointed out, and remembers them for this county. */
export function chooseColumns(
  actor: Actor,
  importId: string,
  { signature, ...choice }: ColumnChoice,
  now: Date,
): Promise<Outcome<null, ColumnsRefusal>> {
  return inTransaction(actor, async (tx) => {
    const one = await imports.findImport(tx, importId);
    if (one === null) return refused({ kind: "notFound" });
    const { countyCode } = one;
    const { layout, action } = IMPORT_LAYOUTS[one.layout];
    if (!may(actor, action, countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (one.state !== "needsColumns" && one.state !== "checked")
      return refused({ kind: "notOpen" });
    if (await hasOpenJob(tx, importId)) return refused({ kind: "alreadyAsked" });
    const headers = missingHeaders(layout, choice);
    if (headers.length > 0) return refused({ kind: "missing", headers });

    const by = { createdBy: actor.userId, createdAt: now };
    await tx.rosterImportRow.deleteMany({ where: { importId } });
    await imports.changeImport(tx, one, { state: "waiting", columns: { ...choice } });
    const memory = { countyCode, layout: one.layout, signature, columns: choice.columns };
    await saveColumnMemory(tx, { ...memory, savedBy: actor.userId, savedAt: now });
    const job = {
      kind: "checkRosterImport",
      countyCode,
      subjectId: importId,
      payload: {},
    } as const;
    await enqueueJob(tx, { ...job, ...by });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "roster.chooseColumns",
      subjectKind: "rosterImport",
      subjectId: importId,
      countyCode,
      detail: { sheet: choice.sheet, headerRow: choice.headerRow },
    });
    return done(null);
  });
}

function missingHeaders(layout: RosterLayout, choice: TableChoice<string>): string[] {
  return layout.fields
    .filter(({ key, required }) => required && choice.columns[key] === undefined)
    .map(({ header }) => header);
}
