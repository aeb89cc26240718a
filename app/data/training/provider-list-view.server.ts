import type { Actor } from "~/domain/access/actor";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface ProviderFilter {
  /** Part of the name, or of the credit code; empty for all. */
  readonly text: string;
  readonly county: string;
  readonly trade: string;
  readonly onlySuspended: boolean;
  readonly page: number;
  readonly size: number;
}

export interface ProviderRow {
  readonly id: string;
  readonly name: string;
  readonly countyName: string;
  readonly creditCode: string;
  readonly trades: readonly string[];
  readonly licenceTo: string | null;
  readonly isSuspended: boolean;
  readonly classCount: number;
}

type StoredProvider = Omit<ProviderRow, "countyName"> & { readonly countyCode: string };

/** The providers of the actor's counties by name, with how they stand on the day. */
export function listProviders(
  actor: Actor,
  filter: ProviderFilter,
  on: string,
): Promise<{ rows: ProviderRow[]; total: number }> {
  const suspended = Prisma.sql`EXISTS (SELECT FROM provider_suspension s
    WHERE s.provider_id = p.id AND s.from_on <= ${on}::date
      AND (s.to_on IS NULL OR s.to_on >= ${on}::date))`;
  const where = matching(filter, suspended);
  return inTransaction(actor, async (tx) => {
    const [counted] = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM training_provider p WHERE ${where}`;
    const found = await tx.$queryRaw<StoredProvider[]>`
      SELECT p.id, p.name, p.county_code AS "countyCode", p.credit_code AS "creditCode", p.trades,
        p.licence_to::text AS "licenceTo", ${suspended} AS "isSuspended",
        (SELECT count(*)::int FROM training_class c WHERE c.provider_id = p.id) AS "classCount"
      FROM training_provider p WHERE ${where}
      ORDER BY p.county_code, p.name COLLATE "zh-x-icu", p.id
      LIMIT ${filter.size} OFFSET ${(filter.page - 1) * filter.size}`;
    const rows = found.map(({ countyCode, ...row }) => ({
      ...row,
      countyName: regionName(countyCode) ?? countyCode,
    }));
    return { rows, total: counted?.total ?? 0 };
  });
}

function matching(filter: ProviderFilter, suspended: Prisma.Sql): Prisma.Sql {
  const { text, county, trade, onlySuspended } = filter;
  const conditions = [Prisma.sql`TRUE`];
  if (county !== "") conditions.push(Prisma.sql`p.county_code = ${county}`);
  if (text !== "") {
    conditions.push(Prisma.sql`(strpos(p.name, ${text}) > 0
      OR strpos(p.credit_code, upper(${text})) > 0)`);
  }
  if (trade !== "") {
    conditions.push(Prisma.sql`EXISTS (SELECT FROM unnest(p.trades) AS t
      WHERE strpos(t, ${trade}) > 0)`);
  }
  if (onlySuspended) conditions.push(suspended);
  return Prisma.join(conditions, " AND ");
}
