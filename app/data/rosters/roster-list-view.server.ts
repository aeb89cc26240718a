import type { Actor } from "~/domain/access/actor";
import type { RosterState } from "~/domain/rosters/roster";
import { className } from "~/domain/training/training-class";
import { rosterConditions, type RosterFilter } from "~/data/rosters/roster-conditions.server";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface RosterRow {
  readonly id: string;
  readonly label: string;
  readonly countyName: string;
  readonly startsOn: string;
  readonly headcount: number;
  readonly verifiedCount: number;
  readonly problemCount: number;
  readonly state: RosterState;
  /** Instant, ISO 8601. */
  readonly updatedAt: string;
}

export interface RosterOrder {
  readonly key: string;
  readonly direction: "ascending" | "descending";
}

export interface RosterListPage {
  readonly rows: readonly RosterRow[];
  readonly total: number;
  /** 1-based; the last page when the address asks for one beyond it. */
  readonly page: number;
  readonly pageCount: number;
}

const ORDERS: Readonly<Record<string, Prisma.Sql>> = {
  updated: Prisma.sql`r.updated_at`,
  county: Prisma.sql`r.county_code`,
  startsOn: Prisma.sql`c.starts_on`,
  headcount: Prisma.sql`r.headcount`,
};

/** The keys by which the list can be ordered. */
export const ROSTER_ORDERS: readonly string[] = Object.keys(ORDERS);

type StoredRow = Omit<RosterRow, "label" | "countyName" | "updatedAt"> & {
  readonly name: string;
  readonly term: string;
  readonly countyCode: string;
  readonly updatedAt: Date;
};

/** The rosters of the actor's counties, one page of them; the latest change first unless told. */
export async function listRosters(
  actor: Actor,
  filter: RosterFilter,
  order: RosterOrder | null,
  wanted: { readonly page: number; readonly size: number },
): Promise<RosterListPage> {
  const where = rosterConditions(filter);
  const by = ORDERS[order?.key ?? "updated"] ?? Prisma.sql`r.updated_at`;
  const direction = order?.direction === "ascending" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return inTransaction(actor, async (tx) => {
    // Counting looks at the classes only when the filter does.
    const classes =
      filter.className === ""
        ? Prisma.empty
        : Prisma.sql`JOIN training_class c ON c.id = r.class_id`;
    const counted = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM roster r ${classes} WHERE ${where}`;
    const total = counted[0]?.total ?? 0;
    const pageCount = Math.max(1, Math.ceil(total / wanted.size));
    const page = Math.min(wanted.page, pageCount);
    const stored = await tx.$queryRaw<StoredRow[]>`
      SELECT r.id, c.name, c.term, r.county_code AS "countyCode", c.starts_on::text AS "startsOn",
        r.headcount, r.verified_count AS "verifiedCount", r.problem_count AS "problemCount",
        r.state, r.updated_at AS "updatedAt"
      FROM roster r JOIN training_class c ON c.id = r.class_id
      WHERE ${where} ORDER BY ${by} ${direction}, r.id ${direction}
      LIMIT ${wanted.size} OFFSET ${(page - 1) * wanted.size}`;
    return { rows: stored.map(asRow), total, page, pageCount };
  });
}

function asRow({ name, term, countyCode, updatedAt, ...row }: StoredRow): RosterRow {
  return {
    ...row,
    label: className({ name, term }),
    countyName: regionName(countyCode) ?? countyCode,
    updatedAt: updatedAt.toISOString(),
  };
}
