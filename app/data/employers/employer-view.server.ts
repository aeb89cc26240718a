import type { Actor } from "~/domain/access/actor";
import { may, mayAnywhere } from "~/domain/access/policy";
import {
  employerDoubts,
  licenceDoubts,
  type EmployerDoubt,
} from "~/domain/employers/employer-doubts";
import type { Licence } from "~/domain/employers/licence";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { maskPhone } from "~/domain/shared/masking";
import { fullRegionName } from "~/data/regions/region-name-view.server";
import {
  findContactPhone,
  findEmployer,
  type EmployerRecord,
} from "~/data/employers/employer-store.server";
import { findLicence } from "~/data/employers/licence.server";
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
  /** 人力资源服务许可证, of an intermediary. */
  readonly licence: Licence | null;
  readonly doubts: readonly EmployerDoubt[];
  readonly mayChange: boolean;
  readonly mayReveal: boolean;
  readonly mayPublish: boolean;
  readonly mayBatch: boolean;
}

/** One employer, the same for everybody, with what the actor may do to it; null when there is none. */
export function viewEmployer(
  actor: Actor,
  id: string,
  on: CalendarDate,
): Promise<EmployerPage | null> {
  return inTransaction(actor, async (tx) => {
    const employer = await findEmployer(tx, id);
    if (employer === null) return null;
    const { regionCode, address, contactName } = await tx.employer.findUniqueOrThrow({
      where: { id },
      select: { regionCode: true, address: true, contactName: true },
    });
    const phone = await findContactPhone(tx, id);
    const licence = await findLicence(tx, id);
    return {
      ...employer,
      ...{ address, contactName, licence },
      regionName: regionCode === null ? null : regionName(regionCode) && workplaceName(regionCode),
      ownerName: fullRegionName(employer.ownerCode),
      maskedPhone: phone === null ? null : maskPhone(phone),
      doubts: [
        ...employerDoubts(employer, (code) => regionName(code) !== null),
        ...licenceDoubts({ ...employer, licence }, on),
      ],
      mayChange: may(actor, "employer.write", employer.ownerCode, on),
      mayReveal: mayAnywhere(actor, "employer.revealPhone", on),
      mayPublish: mayAnywhere(actor, "vacancy.write", on),
      mayBatch: employer.kind === "INTERMEDIARY" && mayAnywhere(actor, "placement.write", on),
    };
  });
}
