import type { Actor } from "~/domain/access/actor";
import type { CopyDifference } from "~/domain/funds/copy-cells";
import { copyDifferences, type Copy } from "~/domain/funds/copy-differences";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findAllocation, type StoredAllocation } from "./allocation-store.server";
import { areaName } from "./document-view.server";

interface AskedTable {
  readonly documentId: string;
  readonly regionCode: string;
  /** Null: not typed yet. */
  readonly year: number | null;
}

/**
 * The table that a document already has for the area and year; else the one that ships with the product, of which
 * anything typed is a copy. Null where the document has none.
 */
export function viewStandingTable(
  actor: Actor,
  { documentId, regionCode, year }: AskedTable,
): Promise<StoredAllocation | null> {
  if (!isUuid(documentId)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const rows = await tx.allocationTable.findMany({
      where: { documentId, parentRowId: null, voidedAt: null },
      select: { id: true, regionCode: true, year: true, createdBy: true },
      orderBy: { id: "asc" },
    });
    const isAsked = (one: (typeof rows)[number]) =>
      one.regionCode === regionCode && (year === null || one.year === year);
    const found = rows.find(isAsked) ?? rows.find(({ createdBy }) => createdBy === null);
    return found === undefined ? null : findAllocation(tx, found.id);
  });
}

export interface ComparedCopy {
  readonly tableId: string;
  readonly title: string;
  readonly differences: readonly CopyDifference[];
}

/** What was typed beside the standing table, figure by figure. */
export function comparedCopy({ id, title, ...table }: StoredAllocation, copy: Copy): ComparedCopy {
  return { tableId: id, title, differences: copyDifferences(table, copy, areaName) };
}

/** What the form begins with where only the document is known; null out of scope. */
export function viewTableHead(
  actor: Actor,
  documentId: string,
): Promise<{ readonly year: string; readonly title: string } | null> {
  if (!isUuid(documentId)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const row = await tx.policyDocument.findFirst({
      where: { id: documentId, voidedAt: null },
      select: { title: true, issuedOn: true },
    });
    if (row === null) return null;
    const year = row.issuedOn?.toISOString().slice(0, 4) ?? "";
    return { year, title: row.title.slice(0, 120) };
  });
}
