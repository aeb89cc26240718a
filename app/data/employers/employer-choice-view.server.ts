import type { Actor } from "~/domain/access/actor";
import type { EmployerKind } from "~/domain/employers/employer";
import { toCreditCode } from "~/domain/shared/credit-code";
import { workplaceName } from "~/data/placements/workplace-name.server";
import { isUuid } from "~/platform/http/list-address.server";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** An employer to choose in a form. */
export interface EmployerChoice {
  readonly id: string;
  readonly name: string;
  readonly kind: EmployerKind;
  readonly creditCode: string | null;
  /** Where it is registered; null when not known. */
  readonly regionName: string | null;
}

type Stored = Omit<EmployerChoice, "regionName"> & { readonly regionCode: string | null };

/**
 * Employers whose name has the text in it, or the one whose credit code it is; those whose name begins
 * with it first. An empty text finds nobody. Employers are the same for everybody.
 */
export async function searchEmployers(
  actor: Actor,
  text: string,
  limit: number,
  kind: EmployerKind | null = null,
): Promise<EmployerChoice[]> {
  const wanted = text.trim();
  if (wanted === "") return [];
  const code = toCreditCode(wanted) ?? "";
  const ofKind = kind === null ? Prisma.empty : Prisma.sql`AND kind = ${kind}`;
  const found = await inTransaction(
    actor,
    (tx) => tx.$queryRaw<Stored[]>`
      SELECT id, name, kind, credit_code AS "creditCode", region_code AS "regionCode" FROM employer
      WHERE (strpos(name, ${wanted}) > 0 OR credit_code = ${code}) ${ofKind}
      ORDER BY credit_code = ${code} DESC NULLS LAST, NOT starts_with(name, ${wanted}), length(name), name, id
      LIMIT ${limit}`,
  );
  return found.map(({ regionCode, ...choice }) => ({
    ...choice,
    regionName: regionCode === null ? null : workplaceName(regionCode),
  }));
}

/** One employer as a choice, for a form that comes back with its id; null when there is none. */
export function findEmployerChoice(actor: Actor, id: string): Promise<EmployerChoice | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const select = { id: true, name: true, kind: true, creditCode: true, regionCode: true };
    const one = await tx.employer.findUnique({ where: { id }, select });
    if (one === null) return null;
    const { regionCode, kind, ...choice } = one;
    const regionName = regionCode === null ? null : workplaceName(regionCode);
    return { ...choice, kind: kind as EmployerKind, regionName };
  });
}
