import type { PlacementFiling } from "~/domain/placements/filing";
import { speaksForLine } from "~/domain/placements/registry-match";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import type { Prisma } from "~/platform/prisma/client.server";
import type { RegistryAnswer } from "./registry-answer.server";

/** A filing with its names found: which employer, which division. */
export interface PlacementFacts extends Omit<
  PlacementFiling,
  "creditCode" | "employerName" | "employerKind" | "workplaceText"
> {
  readonly employer: { readonly id: string; readonly name: string };
}

type StoredFacts = Prisma.PlacementGetPayload<object>;

/** The columns of what was filed. */
export function factColumns({ employer, monthlyWageFen, ...facts }: PlacementFacts) {
  return {
    ...facts,
    ...{ employerId: employer.id, employerName: employer.name, monthlyWageFen },
    startedOn: new Date(facts.startedOn),
    contractFrom: dateOf(facts.contractFrom),
    contractTo: dateOf(facts.contractTo),
  };
}

/** What was filed, from its columns. */
export function factsOf(row: StoredFacts): PlacementFacts {
  const { workplaceCode, jobTitle, note, batchId, vacancyId, classId } = row;
  return {
    ...{ workplaceCode, jobTitle, note, batchId, vacancyId, classId },
    employer: { id: row.employerId, name: row.employerName },
    // The database holds these to the same words (placement_form and the like).
    form: row.form as PlacementFacts["form"],
    workerGroup: row.workerGroup as PlacementFacts["workerGroup"],
    arrangement: row.arrangement as PlacementFacts["arrangement"],
    contractKind: row.contractKind as PlacementFacts["contractKind"],
    monthlyWageFen: row.monthlyWageFen as PlacementFacts["monthlyWageFen"],
    startedOn: day(row.startedOn.toISOString().slice(0, 10)),
    contractFrom: dayOf(row.contractFrom),
    contractTo: dayOf(row.contractTo),
  };
}

export function dayOf(date: Date | null): CalendarDate | null {
  return date === null ? null : day(date.toISOString().slice(0, 10));
}

export function dateOf(on: string | null): Date | null {
  return on === null ? null : new Date(on);
}

/** What the registry's answer is worth for a line: a category only where it speaks for this name and county. */
export function registryColumns(
  { snapshotId, exportedOn, category, ...entry }: RegistryAnswer,
  line: { readonly name: string; readonly countyCode: string },
) {
  return {
    verifiedSnapshotId: snapshotId,
    verifiedOn: exportedOn === null ? null : new Date(exportedOn),
    verifiedCategory: speaksForLine(entry, line) ? category : null,
  };
}
