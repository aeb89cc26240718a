import type { RosterHead } from "~/domain/rosters/roster-sheet";
import { className } from "~/domain/training/training-class";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface FormClass extends RosterHead {
  readonly id: string;
  readonly countyCode: string;
  readonly rosterId: string | null;
}

/** The class as the head of a form states it; null out of scope. */
export async function findFormClass(tx: Tx, id: string): Promise<FormClass | null> {
  if (!isUuid(id)) return null;
  const found = await tx.trainingClass.findUnique({
    where: { id },
    select: {
      ...{ countyCode: true, name: true, term: true, place: true, providerName: true },
      ...{ startsOn: true, endsOn: true, roster: { select: { id: true } } },
    },
  });
  if (found === null) return null;
  const { countyCode, place, providerName } = found;
  return {
    ...{ id, countyCode, place, providerName },
    rosterId: found.roster?.id ?? null,
    label: className(found),
    countyName: regionName(countyCode) ?? countyCode,
    startsOn: found.startsOn.toISOString().slice(0, 10),
    endsOn: found.endsOn.toISOString().slice(0, 10),
  };
}
