import type { Actor } from "~/domain/access/actor";
import type { CopyDifference } from "~/domain/funds/copy-cells";
import { copyDifferences, type Copy } from "~/domain/funds/copy-differences";
import type { Allocation } from "~/domain/funds/allocation";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findAllocation, type StoredAllocation } from "./allocation-store.server";
import { areaName } from "./document-view.server";
import { findLikeTable, shippedTableOf } from "./standing-allocation.server";

interface AskedTable {
  readonly documentId: string;
  readonly regionCode: string;
  /** Null: not typed yet. */
  readonly year: number | null;
}

/** A table that has the money of what is typed already. */
export interface StandingTable {
  readonly table: StoredAllocation;
  /** Of another document: the same table under the wrong one, or one that is much like it. */
  readonly isOfOther: boolean;
}

/**
 * The table that a document already has for the area and year; else the one that ships with the product, of which
 * anything typed is a copy; else one of another document that says nearly the same. Null where there is none.
 */
export function viewStandingTable(
  actor: Actor,
  { documentId, regionCode, year }: AskedTable,
  typed: Allocation,
): Promise<StandingTable | null> {
  if (!isUuid(documentId)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const own = await tx.allocationTable.findFirst({
      where: {
        ...{ documentId, regionCode, parentRowId: null, voidedAt: null },
        ...(year === null ? {} : { year }),
      },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    const id = own?.id ?? shippedTableOf({ documentId, regionCode });
    const table = id === null ? null : await findAllocation(tx, id);
    if (table !== null) return { table, isOfOther: false };
    const like = await findLikeTable(tx, { documentId, regionCode, year }, typed);
    return like === null ? null : { table: like, isOfOther: true };
  });
}

export interface ComparedCopy {
  readonly tableId: string;
  readonly title: string;
  readonly isOfOther: boolean;
  readonly differences: readonly CopyDifference[];
}

/** What was typed beside the standing table, figure by figure. */
export function comparedCopy({ table, isOfOther }: StandingTable, copy: Copy): ComparedCopy {
  const { id, title } = table;
  return { tableId: id, title, isOfOther, differences: copyDifferences(table, copy, areaName) };
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
