import type { OrganisationKind } from "~/domain/access/organisation-kind";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface OrganisationData {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly regionCode: string;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly version: number;
}

/** The organisation, when it is in the scope of the transaction. */
export async function findOrganisation(tx: Tx, id: string): Promise<Organisation | null> {
  return isUuid(id) ? tx.organisation.findUnique({ where: { id } }) : null;
}

export function findOrganisationByName(
  tx: Tx,
  regionCode: string,
  name: string,
): Promise<Organisation | null> {
  return tx.organisation.findUnique({ where: { regionCode_name: { regionCode, name } } });
}

/** Null when the region has an organisation of that name already. */
export async function addOrganisation(
  tx: Tx,
  organisation: OrganisationData,
): Promise<string | null> {
  const id = newId();
  const { count } = await tx.organisation.createMany({
    data: [{ id, ...organisation }],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

/** False when somebody else has changed it since `version`. */
export async function changeOrganisation(
  tx: Tx,
  id: string,
  version: number,
  organisation: OrganisationData,
): Promise<boolean> {
  const { count } = await tx.organisation.updateMany({
    where: { id, version },
    data: { ...organisation, version: { increment: 1 } },
  });
  return count === 1;
}
