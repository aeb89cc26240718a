import { readLedgerLines, type SealedLedgerLine } from "~/data/placements/ledger-export.server";
import { ledgerWorkbook } from "~/data/placements/ledger-workbook.server";
import { newCopyMark } from "~/data/rosters/copy-mark.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { LedgerFilter } from "~/domain/placements/ledger-filter";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** As many as one import takes back. */
const MOST_LINES = 200_000;

export type LedgerExportRefusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "reasonMissing" }
  /** What was taken out of the ledger is history and goes into no file. */
  | { readonly kind: "removed" }
  | { readonly kind: "tooMany"; readonly most: number };

export interface AskedLedger {
  readonly filter: LedgerFilter;
  readonly numbers: "masked" | "full";
  /** What the file is for; numbers in full are not given without it. */
  readonly reason: string;
}

export interface LedgerFile {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * The standing ledger of the actor's counties as a workbook. The lines are read and each county's trail is left in
 * one transaction; the numbers are opened only afterwards, row by row, while the file streams.
 */
export async function exportPlacements(
  actor: Actor,
  { filter, numbers, reason: typed }: AskedLedger,
  now: Date,
): Promise<Outcome<LedgerFile, LedgerExportRefusal>> {
  const today = dayInChina(now);
  const reason = withNumbersMasked(typed.trim());
  const exporting = narrowedTo(actor, "placement.export", today);
  const scope =
    numbers === "full" ? narrowedTo(exporting, "people.revealNumber", today) : exporting;
  if (scope.counties.length === 0) return refused({ kind: "forbidden" });
  if (numbers === "full" && reason === "") return refused({ kind: "reasonMissing" });
  if (filter.state === "removed") return refused({ kind: "removed" });
  const mark = newCopyMark(now);
  return inTransaction(scope, async (tx) => {
    const lines = await readLedgerLines(tx, filter, { on: today, most: MOST_LINES + 1 });
    if (lines.length > MOST_LINES) return refused({ kind: "tooMany", most: MOST_LINES });
    for (const [countyCode, count] of [...countsOf(lines)].sort()) {
      await leaveTrail(tx, {
        at: now,
        actorId: actor.userId,
        actorName: actor.name,
        action: "placement.export",
        subjectKind: "region",
        subjectId: countyCode,
        countyCode,
        detail: { lines: count, numbers, reason, copyNo: mark.copyNo },
      });
    }
    return done(ledgerWorkbook(lines, { actor, today, numbers, reason, mark }));
  });
}

function countsOf(lines: readonly SealedLedgerLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { countyCode } of lines) counts.set(countyCode, (counts.get(countyCode) ?? 0) + 1);
  return counts;
}
