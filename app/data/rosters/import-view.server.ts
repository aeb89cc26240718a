import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { CommitCounts } from "./import-commit.server";
import type { FoundTable } from "~/domain/rosters/table";
import {
  IMPORT_LAYOUTS,
  importAction,
  importLayoutId,
  type ImportLayoutId,
} from "~/domain/rosters/import-layout";
import type { CommitMode, ImportState, RowCounts } from "~/domain/rosters/roster-import";
import { className } from "~/domain/training/training-class";
import type { Tx } from "~/platform/prisma/client.server";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** The head of an import's page. */
export interface ImportView {
  readonly id: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly layout: ImportLayoutId;
  readonly classId: string | null;
  /** What it goes into: the class, or the ledger and whose it is. */
  readonly label: string;
  /** Where the lines are after they have gone in; null before there is such a page. */
  readonly ledgerPath: string | null;
  readonly fileName: string;
  /** First eight hex characters: enough to compare with a print. */
  readonly fingerprint: string;
  readonly edition: number;
  readonly previousImportId: string | null;
  readonly state: ImportState;
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: FoundTable<string>["columns"];
  readonly problem: string;
  readonly notices: readonly string[];
  readonly counts: RowCounts;
  readonly commitCounts: (CommitCounts & { readonly mode: CommitMode }) | null;
  readonly createdAt: string;
  readonly createdByName: string;
  readonly version: number;
}

/** Null when it is not of the actor's counties, or he does not import there. */
export async function viewImport(
  actor: Actor,
  id: string | undefined,
  on: string,
): Promise<ImportView | null> {
  if (!isUuid(id)) return null;
  return inTransaction(actor, async (tx) => {
    const row = await tx.rosterImport.findUnique({ where: { id } });
    if (row === null || !may(actor, importAction(row.layout), row.countyCode, on)) return null;
    const by = await tx.userAccount.findUnique({
      where: { id: row.createdBy },
      select: { name: true },
    });
    const stored = row.table as { table?: FoundTable<string> };
    return {
      id,
      countyCode: row.countyCode,
      countyName: regionName(row.countyCode) ?? row.countyCode,
      ...(await targetOf(tx, row)),
      fileName: row.fileName,
      fingerprint: Buffer.from(row.fileSha256).toString("hex").slice(0, 8).toUpperCase(),
      edition: row.edition,
      previousImportId: row.previousImportId,
      state: row.state as ImportState,
      sheet: row.sheet,
      headerRow: row.headerRow,
      columns: stored.table?.columns ?? [],
      problem: row.problem,
      notices: row.notices as string[],
      counts: await countRows(tx, id),
      commitCounts: row.commitCounts as ImportView["commitCounts"],
      createdAt: row.createdAt.toISOString(),
      createdByName: by?.name ?? "",
      version: row.version,
    };
  });
}

/** What the import goes into, as its page names it and leads to it. */
async function targetOf(
  tx: Tx,
  row: { id: string; layout: string; classId: string | null; countyCode: string },
) {
  const layout = importLayoutId(row.layout);
  const { classId } = row;
  if (classId === null) {
    const { ledger } = IMPORT_LAYOUTS[layout];
    const label = ledgerLabel(ledger, row.countyCode);
    return { layout, classId, label, ledgerPath: await ledgerPathOf(tx, layout, row.id) };
  }
  const cls = await tx.trainingClass.findUniqueOrThrow({
    where: { id: classId },
    select: { name: true, term: true, roster: { select: { id: true } } },
  });
  const ledgerPath = cls.roster === null ? null : `/rosters/${cls.roster.id}`;
  return { layout, classId, label: className(cls), ledgerPath };
}

/** The list of what the import brought; the board of posts is read year by year: the latest of its terms. */
async function ledgerPathOf(tx: Tx, layout: ImportLayoutId, importId: string): Promise<string> {
  if (layout !== "post") return `/placements?state=all&import=${importId}`;
  const { _max: latest } = await tx.postAppointment.aggregate({
    where: { importId },
    _max: { startsOn: true },
  });
  const year = latest.startsOn?.getUTCFullYear();
  return `/posts?state=all${year === undefined ? "" : `&year=${year}`}&import=${importId}`;
}

/** 转移就业台账（南华县） */
export function ledgerLabel(ledger: string, regionCode: string): string {
  return `${ledger}（${regionName(regionCode) ?? regionCode}）`;
}

export async function countRows(tx: Tx, importId: string): Promise<RowCounts> {
  const [counts] = await tx.$queryRaw<[RowCounts]>`
    SELECT count(*)::int AS rows,
      count(*) FILTER (WHERE state = 'ready')::int AS ready,
      count(*) FILTER (WHERE state = 'cleaned')::int AS cleaned,
      count(*) FILTER (WHERE state = 'warning')::int AS warning,
      count(*) FILTER (WHERE state = 'refused')::int AS refused,
      count(*) FILTER (WHERE matching IN ('differs', 'lineDiffers') AND decision IS NULL
        AND state <> 'refused')::int AS undecided,
      count(*) FILTER (WHERE matching = 'onRoster')::int AS "onRoster"
    FROM roster_import_row WHERE import_id = ${importId}::uuid`;
  return counts;
}
