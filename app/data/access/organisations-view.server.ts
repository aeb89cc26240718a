import type { Actor } from "~/domain/access/actor";
import { ORGANISATION_KIND_LABELS, toOrganisationKind } from "~/domain/access/organisation-kind";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly kindLabel: string;
  readonly regionCode: string;
  readonly region: string;
  readonly userCount: number;
}

export interface OrganisationView {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly version: number;
}

/** The organisations of the administrator's regions, by region and name. */
export function listOrganisations(actor: Actor): Promise<OrganisationRow[]> {
  return inTransaction(actor, async (tx) => {
    const rows = await tx.organisation.findMany({
      orderBy: [{ regionCode: "asc" }, { name: "asc" }],
      select: {
        id: true,
        name: true,
        kind: true,
        regionCode: true,
        _count: { select: { users: true } },
      },
    });
    return rows.map(({ id, name, kind, regionCode, _count }) => {
      const known = toOrganisationKind(kind);
      return {
        id,
        name,
        kindLabel: known === null ? kind : ORGANISATION_KIND_LABELS[known],
        regionCode,
        region: regionName(regionCode) ?? regionCode,
        userCount: _count.users,
      };
    });
  });
}

/** One organisation of the scope, or null. */
export function viewOrganisation(actor: Actor, id: string): Promise<OrganisationView | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, (tx) =>
    tx.organisation.findUnique({
      where: { id },
      select: { id: true, name: true, kind: true, regionCode: true, version: true },
    }),
  );
}
