import type { Actor } from "~/domain/access/actor";
import { may, mayAnywhere } from "~/domain/access/policy";
import { employerDoubts, type EmployerDoubt } from "~/domain/employers/employer-doubts";
import { maskPhone } from "~/domain/shared/masking";
import { fullRegionName } from "~/data/regions/region-name-view.server";
import {
  findContactPhone,
  findEmployer,
  type EmployerRecord,
} from "~/data/employers/employer-store.server";
import { workplaceName } from "~/data/placements/workplace-name.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface EmployerPage extends EmployerRecord {
  /** The division of the authority that registered it. */
  readonly regionName: string | null;
  readonly ownerName: string;
  readonly address: string;
  readonly contactName: string;
  /** Null where none is known. */
  readonly maskedPhone: string | null;
  readonly doubts: readonly EmployerDoubt[];
  readonly mayChange: boolean;
  readonly mayReveal: boolean;
  readonly mayPublish: boolean;
  readonly mayBatch: boolean;
}

/** One employer, the same for everybody, with what the actor may do to it; null when there is none. */
export function viewEmployer(actor: Actor, id: string, on: string): Promise<EmployerPage | null> {
  return inTransaction(actor, async (tx) => {
    const employer = await findEmployer(tx, id);
    if (employer === null) return null;
    const { regionCode, address, contactName } = await tx.employer.findUniqueOrThrow({
      where: { id },
      select: { regionCode: true, address: true, contactName: true },
    });
    const phone = await findContactPhone(tx, id);
    return {
      ...employer,
      ...{ address, contactName },
      regionName: regionCode === null ? null : regionName(regionCode) && workplaceName(regionCode),
      ownerName: fullRegionName(employer.ownerCode),
      maskedPhone: phone === null ? null : maskPhone(phone),
      doubts: employerDoubts(employer, (code) => regionName(code) !== null),
      mayChange: may(actor, "employer.write", employer.ownerCode, on),
      mayReveal: mayAnywhere(actor, "employer.revealPhone", on),
      mayPublish: mayAnywhere(actor, "vacancy.write", on),
      mayBatch: employer.kind === "INTERMEDIARY" && mayAnywhere(actor, "placement.write", on),
    };
  });
}
