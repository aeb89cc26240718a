import type { Actor } from "~/domain/access/actor";
import { may, mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { vacancyStateOn, type VacancyKind, type VacancyState } from "~/domain/employers/vacancy";
import { classesOrderedBy, type OrderedClass } from "~/data/employers/employer-ties-view.server";
import { listPlacedPeople, type PlacedPeople } from "~/data/employers/placed-people-view.server";
import { findVacancy } from "~/data/employers/vacancy-store.server";
import { fullRegionName } from "~/data/regions/region-name-view.server";
import { workplaceName } from "~/data/placements/workplace-name.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface VacancyPage {
  readonly id: string;
  readonly ownerName: string;
  readonly employer: { readonly id: string; readonly name: string };
  readonly kind: VacancyKind;
  readonly title: string;
  readonly workplaceCode: string;
  readonly workplaceName: string;
  readonly headcount: number;
  readonly wageFromFen: number | null;
  readonly wageToFen: number | null;
  readonly requirement: string;
  readonly openFrom: string;
  readonly openTo: string | null;
  readonly source: string;
  readonly state: VacancyState;
  readonly closedReason: string | null;
  readonly version: number;
  /** Placed from it, whatever county they come from. */
  readonly filled: number;
  /** Those of the reader's own counties. */
  readonly people: PlacedPeople;
  /** Classes of the reader's counties filed as ordered by the employer; of an order only. */
  readonly classes: readonly OrderedClass[];
  readonly mayChange: boolean;
  /** Enters people at work. */
  readonly mayPlace: boolean;
}

/** One vacancy with the people placed from it; null when there is none. */
export function viewVacancy(
  actor: Actor,
  id: string,
  wanted: { readonly page: number; readonly size: number },
  on: string,
): Promise<VacancyPage | null> {
  return inTransaction(narrowedTo(actor, "placement.read", on), async (tx) => {
    if ((await findVacancy(tx, id)) === null) return null;
    const { ownerCode, employerId, closedAt, ...stored } = await tx.vacancy.findUniqueOrThrow({
      where: { id },
      omit: { createdBy: true, createdAt: true },
    });
    const employer = await tx.employer.findUniqueOrThrow({
      where: { id: employerId },
      select: { id: true, name: true, creditCode: true },
    });
    const counted = await tx.$queryRaw<{ filled: number }[]>`
      SELECT filled FROM vacancy_filled(ARRAY[${id}::uuid])`;
    const openFrom = stored.openFrom.toISOString().slice(0, 10);
    const openTo = stored.openTo?.toISOString().slice(0, 10) ?? null;
    const isOrder = stored.kind === "ORDER";
    return {
      ...stored,
      ...{ openFrom, openTo, kind: stored.kind as VacancyKind },
      employer: { id: employer.id, name: employer.name },
      ownerName: fullRegionName(ownerCode),
      workplaceName: workplaceName(stored.workplaceCode),
      state: vacancyStateOn({ openFrom, openTo, closed: closedAt !== null }, on),
      filled: counted[0]?.filled ?? 0,
      people: await listPlacedPeople(tx, { vacancyId: id }, wanted),
      classes: isOrder ? await classesOrderedBy(tx, employer.creditCode) : [],
      mayPlace: closedAt === null && mayAnywhere(actor, "placement.write", on),
      mayChange: closedAt === null && may(actor, "vacancy.write", ownerCode, on),
    };
  });
}
