import { viewJobOf } from "~/data/jobs/job-view.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { expectedPages, newestOf } from "~/domain/evidence/page-coverage";
import type { RosterKind } from "~/domain/rosters/roster";
import type { JobProgress } from "~/domain/jobs/job";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { Tx } from "~/platform/prisma/client.server";
import { listLineProofs } from "./proof-standing.server";
import { readScanFacts, type ScanFacts } from "./scan-facts.server";
import { listScanRows, type ScanRow } from "./scan-rows.server";

export type { ScanRow };

/** A page of the newest printing against what has come back. */
export interface ExpectedRow {
  readonly name: string;
  /** `offPaper`: no page, but all its people have signed on screens, and paper is not asked for. */
  readonly state: "received" | "byOlder" | "offPaper" | "missing";
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
  readonly kind: RosterKind;
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
      expected: expectedRows(facts, await signedOffPaper(tx, roster)),
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

/** Wages may be signed for in any way; of a class paper is the master and every page is waited for. */
async function signedOffPaper(tx: Tx, { id, kind }: RosterOfScans): Promise<ReadonlySet<string>> {
  if (kind !== "WAGES") return new Set();
  const inks = await listLineProofs(tx, id);
  return new Set(inks.flatMap((one) => (one.signature === null ? [] : [one.lineId])));
}

function expectedRows(facts: ScanFacts, signed: ReadonlySet<string>): ExpectedRow[] {
  const found = expectedPages(facts.prints, facts.pages, facts.standings, facts.lines);
  return found.map(({ name, state, pageId, uncovered }) => {
    const open = uncovered.filter(({ lineId }) => !signed.has(lineId));
    const people = open.map(({ lineId }) => facts.lines.get(lineId)?.name ?? "");
    const isDone = state === "missing" && people.length === 0;
    return { name, pageId, people, state: isDone ? "offPaper" : state };
  });
}
