import { findBatch } from "~/data/claims/claim-store.server";
import { reportWorkbook } from "~/data/claims/report-workbook.server";
import { findReport, runLines } from "~/data/claims/run-report.server";
import { maskedIds } from "~/data/people/masked-ids.server";
import { newCopyMark } from "~/data/rosters/copy-mark.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { claimName } from "~/domain/claims/claim-name";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

const MOST_LINES = 200_000;

export type ExportReportRefusal = { readonly kind: "notFound" } | { readonly kind: "forbidden" };

export interface ReportFile {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** A run of a claim as a workbook, the latest where no number is given. */
export function exportReport(
  actor: Actor,
  asked: { readonly batchId: string; readonly run: number | null },
  now: Date,
): Promise<Outcome<ReportFile, ExportReportRefusal>> {
  const today = dayInChina(now);
  return inTransaction<Outcome<ReportFile, ExportReportRefusal>>(actor, async (tx) => {
    const batch = await findBatch(tx, asked.batchId);
    if (batch === null || !may(actor, "claim.read", batch.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, "claim.export", batch.countyCode, today)) return refused({ kind: "forbidden" });
    const report = await findReport(tx, batch.id, asked.run);
    if (report === null) return refused({ kind: "notFound" });
    const lines = await runLines(tx, report.runId, MOST_LINES);
    const people = [...new Set(lines.map(({ personId }) => personId))];
    const masked = await maskedIds(tx, people);
    const mark = newCopyMark(now);
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "claim.export" },
      ...{ subjectKind: "claimBatch", subjectId: batch.id, countyCode: batch.countyCode },
      detail: {
        name: batch.title,
        number: report.number,
        lines: lines.length,
        copyNo: mark.copyNo,
      },
    });
    const { countyCode } = batch;
    const copy = { actor, mark, label: claimName(batch), countyCode, report, lines, masked };
    return done(reportWorkbook(copy));
  });
}
