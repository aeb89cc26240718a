import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { importAction } from "~/domain/rosters/import-layout";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { findRowsWithFindings } from "~/data/rosters/import-findings-view.server";
import type { StoredTable } from "~/data/rosters/import-intake.server";
import { errorSheet } from "~/data/rosters/error-sheet.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { readStoredFile } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { openWorkbook, ROSTER_LIMITS } from "~/platform/workbook/open-workbook.server";
import { writeWorkbook } from "~/platform/workbook/write-workbook.server";

export type ErrorWorkbookRefusal = { readonly kind: "notFound" } | { readonly kind: "forbidden" };

export interface ErrorWorkbook {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** The officer's own sheet in its own order, with what is wrong and how to mend it at the end. */
export async function makeErrorWorkbook(
  actor: Actor,
  importId: string,
  now: Date,
): Promise<Outcome<ErrorWorkbook, ErrorWorkbookRefusal>> {
  const found = await inTransaction(actor, async (tx) => {
    const one = await tx.rosterImport.findUnique({ where: { id: importId } });
    const stored = one?.table as unknown as StoredTable | undefined;
    if (one === null || stored?.table === undefined) return refused({ kind: "notFound" });
    if (!may(actor, importAction(one.layout), one.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const rows = await findRowsWithFindings(tx, importId);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "roster.exportErrors",
      subjectKind: "rosterImport",
      subjectId: importId,
      countyCode: one.countyCode,
      detail: { rows: one.rowCount, withFindings: rows.size },
    });
    return done({ one, stored, rows });
  });
  if (!found.ok) return found;
  const { one, stored, rows } = found.value;
  const book = await openWorkbook(await readStoredFile(one.fileId), one.fileName, ROSTER_LIMITS);
  const sheet = await errorSheet(book, stored, rows);
  const fileName = `错误表_${one.fileName.replace(/\.[^.]*$/, "")}.xlsx`;
  return done({ fileName, bytes: writeWorkbook([sheet]) });
}
