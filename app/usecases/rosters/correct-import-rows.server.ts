import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { findImportFacts } from "~/data/rosters/import-intake.server";
import { LAYOUT_ADAPTERS } from "~/data/rosters/import-layouts.server";
import { correctImportRows, type Correction } from "~/data/rosters/import-correction.server";
import { lockOpenImport } from "~/data/rosters/import-outcome.server";
import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { dayInChina } from "~/platform/clock.server";

export type CorrectionRefusal =
  { readonly kind: "notFound" } | { readonly kind: "forbidden" } | { readonly kind: "notOpen" };

/** Types over cells of a checked import and checks those rows again. The file itself stays as sent. */
export function correctRows(
  actor: Actor,
  importId: string,
  corrections: readonly Correction[],
  now: Date,
): Promise<Outcome<{ readonly corrected: number }, CorrectionRefusal>> {
  const today = dayInChina(now);
  return inBulkTransaction(actor, async (client) => {
    const facts = await findImportFacts(client, importId);
    if (facts === null) return refused({ kind: "notFound" });
    if (!may(actor, IMPORT_LAYOUTS[facts.layout].action, facts.countyCode, today))
      return refused({ kind: "forbidden" });
    const stored = await lockOpenImport(client, importId);
    if (stored === null) return refused({ kind: "notOpen" });
    const intake = await LAYOUT_ADAPTERS[facts.layout].open(client, facts, stored, today);
    if (intake === null) return refused({ kind: "notFound" });
    const corrected = await correctImportRows(client, intake, corrections);
    await leaveTrailInBulk(client, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "roster.correctImport",
      subjectKind: "rosterImport",
      subjectId: importId,
      countyCode: facts.countyCode,
      detail: {
        rows: corrections.map(({ sheetRow, values }) => ({
          sheetRow,
          fields: Object.keys(values),
        })),
      },
    });
    return done({ corrected });
  });
}
