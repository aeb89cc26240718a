import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { workplaceName } from "~/data/placements/workplace-name.server";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface LabourBatchFilter {
  /** Part of the batch's or of the intermediary's name; empty for all. */
  readonly text: string;
  readonly county: string;
}

export interface LabourBatchRow {
  readonly id: string;
  readonly name: string;
  readonly countyName: string;
  readonly intermediaryName: string;
  readonly organisedOn: string;
  readonly workplaceName: string | null;
  /** Lines of the ledger in the batch. */
  readonly people: number;
}

export interface LabourBatchListPage {
  readonly rows: readonly LabourBatchRow[];
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
}

type Stored = Omit<LabourBatchRow, "countyName" | "workplaceName"> & {
  readonly countyCode: string;
  readonly workplaceCode: string | null;
};

/** The batches of the actor's counties, the last organised first. */
export function listLabourBatches(
  actor: Actor,
  filter: LabourBatchFilter,
  wanted: { readonly page: number; readonly size: number },
  on: string,
): Promise<LabourBatchListPage> {
  const where = matching(filter);
  return inTransaction(narrowedTo(actor, "placement.read", on), async (tx) => {
    const counted = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total
      FROM labour_batch b JOIN employer e ON e.id = b.intermediary_id WHERE ${where}`;
    const total = counted[0]?.total ?? 0;
    const pageCount = Math.max(1, Math.ceil(total / wanted.size));
    const page = Math.min(wanted.page, pageCount);
    const rows = await tx.$queryRaw<Stored[]>`
      SELECT b.id, b.name, b.county_code AS "countyCode", e.name AS "intermediaryName",
        b.organised_on::text AS "organisedOn", b.workplace_code AS "workplaceCode",
        (SELECT count(*)::int FROM placement p WHERE p.batch_id = b.id AND p.removed_at IS NULL)
          AS people
      FROM labour_batch b JOIN employer e ON e.id = b.intermediary_id WHERE ${where}
      ORDER BY b.organised_on DESC, b.id DESC
      LIMIT ${wanted.size} OFFSET ${(page - 1) * wanted.size}`;
    return { rows: rows.map(asRow), total, page, pageCount };
  });
}

function asRow({ countyCode, workplaceCode, ...row }: Stored): LabourBatchRow {
  return {
    ...row,
    countyName: regionName(countyCode) ?? countyCode,
    workplaceName: workplaceCode === null ? null : workplaceName(workplaceCode),
  };
}

function matching({ text, county }: LabourBatchFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (text !== "") {
    conditions.push(Prisma.sql`(strpos(b.name, ${text}) > 0 OR strpos(e.name, ${text}) > 0)`);
  }
  if (county !== "") conditions.push(Prisma.sql`b.county_code = ${county}`);
  return Prisma.join(conditions, " AND ");
}
