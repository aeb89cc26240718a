import type { Licence } from "~/domain/employers/licence";
import { day } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";

/** The licence of an employer; null where none is recorded. */
export async function findLicence(tx: Tx, employerId: string): Promise<Licence | null> {
  const row = await tx.employer.findUnique({
    where: { id: employerId },
    select: { licenceNo: true, licenceFrom: true, licenceTo: true },
  });
  if (row === null || row.licenceFrom === null || row.licenceTo === null) return null;
  return { number: row.licenceNo, from: toDay(row.licenceFrom), to: toDay(row.licenceTo) };
}

/** As the table keeps it; all three are there or none. */
export function licenceColumns(licence: Licence | null) {
  return {
    licenceNo: licence?.number ?? "",
    licenceFrom: licence === null ? null : new Date(licence.from),
    licenceTo: licence === null ? null : new Date(licence.to),
  };
}

const toDay = (at: Date) => day(at.toISOString().slice(0, 10));
