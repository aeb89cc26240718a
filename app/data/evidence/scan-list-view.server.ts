import { viewJobOf } from "~/data/jobs/job-view.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { expectedPages, newestOf } from "~/domain/evidence/page-coverage";
import type { JobProgress } from "~/domain/jobs/job";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { readScanFacts, type ScanFacts } from "./scan-facts.server";
import { listScanRows, type ScanRow } from "./scan-rows.server";

export type { ScanRow };

/** A page of the newest printing against what has come back. */
export interface ExpectedRow {
  readonly name: string;
  readonly state: "received" | "byOlder" | "missing";
  readonly pageId: string | null;
  /** Those whose ink is missing with the page. */
  readonly people: readonly string[];
}

export interface WaitingBatch {
  readonly batchId: string;
  readonly fileCount: number;
  readonly job: JobProgress | null;
}

export interface ScanListView {
  readonly expected: readonly ExpectedRow[];
  /** The newest printing; null before the first. */
  readonly print: { readonly printNo: number; readonly isOutdated: boolean } | null;
  readonly pages: readonly ScanRow[];
  /** Cells the reading is sure about and nobody has decided. */
  readonly clear: number;
  /** Uploads that are being read, or stopped half way. */
  readonly waiting: readonly WaitingBatch[];
  /** Files that were not taken, with the reason. */
  readonly refused: readonly { readonly fileName: string; readonly problem: string }[];
  readonly mayRecord: boolean;
}

interface RosterOfScans {
  readonly id: string;
  readonly countyCode: string;
  readonly contentVersion: number;
}

/** The scans of a roster against its newest printing; null without the right to see proofs. */
export async function viewScans(
  actor: Actor,
  roster: RosterOfScans,
  now: Date,
  on: string,
): Promise<ScanListView | null> {
  if (!may(actor, "proof.read", roster.countyCode, on)) return null;
  // Jobs before pages: one that ends between the two shows its pages with the next look.
  const waiting = await waitingBatches(actor, roster.id, now);
  return inTransaction(actor, async (tx) => {
    const facts = await readScanFacts(tx, roster.id);
    const pages = await listScanRows(tx, roster.id, facts);
    const print = newestOf(facts.prints);
    const isOutdated = print?.contentVersion !== roster.contentVersion;
    return {
      expected: expectedRows(facts),
      print: print && { printNo: print.printNo, isOutdated },
      pages,
      clear: pages.reduce((sum, page) => sum + page.clear, 0),
      waiting,
      refused: await tx.scanFile.findMany({
        where: { problem: { not: "" }, batch: { rosterId: roster.id } },
        orderBy: [{ batch: { uploadedAt: "desc" } }, { position: "asc" }],
        take: 40,
        select: { fileName: true, problem: true },
      }),
      mayRecord: may(actor, "proof.record", roster.countyCode, on),
    };
  });
}

async function waitingBatches(
  actor: Actor,
  rosterId: string,
  now: Date,
): Promise<readonly WaitingBatch[]> {
  const batches = await inTransaction(actor, (tx) =>
    tx.scanBatch.findMany({
      where: { rosterId, state: "waiting" },
      orderBy: { uploadedAt: "asc" },
      select: { id: true, fileCount: true },
    }),
  );
  return Promise.all(
    batches.map(async ({ id, fileCount }) => ({
      ...{ batchId: id, fileCount },
      job: await viewJobOf(actor, id, now),
    })),
  );
}

function expectedRows(facts: ScanFacts): ExpectedRow[] {
  const found = expectedPages(facts.prints, facts.pages, facts.standings, facts.lines);
  return found.map(({ name, state, pageId, uncovered }) => ({
    ...{ name, state, pageId },
    people: uncovered.map(({ lineId }) => facts.lines.get(lineId)?.name ?? ""),
  }));
}
