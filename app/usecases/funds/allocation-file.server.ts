import { findAllocation } from "~/data/funds/allocation-store.server";
import { writeAllocationWorkbook } from "~/data/funds/allocation-workbook.server";
import type { Actor } from "~/domain/access/actor";
import type { AllocationDraft } from "~/domain/funds/allocation-draft";
import { draftOfTable } from "~/domain/funds/table-draft";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface Workbook {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

const EMPTY: AllocationDraft = {
  declared: "",
  columns: ["省对下部分", "市级统筹部分"].map((label) => ({ label, declared: "" })),
  projects: [],
  lines: [],
};

/** The empty table that officers fill in; the amount columns may be renamed, added and removed. */
export function allocationTemplate(): Workbook {
  const bytes = writeAllocationWorkbook("资金下达表（单位：万元）", EMPTY);
  return { fileName: "资金下达表（模板）.xlsx", bytes };
}

/** A table in the form of the template, in 万元; null out of scope. Nothing of it is anybody's personal data. */
export async function exportAllocation(actor: Actor, id: string): Promise<Workbook | null> {
  const table = await inTransaction(actor, (tx) => findAllocation(tx, id));
  if (table === null) return null;
  const draft = draftOfTable(table, { money: "WAN", areaName: (code) => regionName(code) ?? code });
  const bytes = writeAllocationWorkbook(`${table.title}（单位：万元）`, draft);
  return { fileName: `${table.title}.xlsx`, bytes };
}
