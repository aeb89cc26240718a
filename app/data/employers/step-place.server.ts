import { needsEmployer, type StepForm } from "~/domain/employers/student-step";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";
import { findEmployer } from "./employer-store.server";
import { placementOf } from "./placement-of-person.server";
import { employerOfVacancy, type StudentRecord } from "./student-store.server";

/** A step as typed; the employer is found already, empty when none was named. */
export type StepToTake = StepForm & { readonly employerId: string };

export interface StepPlace {
  readonly employerId: string | null;
  readonly placementId: string | null;
}

export type StepPlaceRefusal = { readonly kind: "noEmployer" } | { readonly kind: "noPlacement" };

/** Where the step leads: the placement's employer, the vacancy's, or the one named. */
export async function stepPlace(
  tx: Tx,
  student: StudentRecord,
  { kind, employerId, vacancyId, placementId }: StepToTake,
): Promise<Outcome<StepPlace, StepPlaceRefusal>> {
  if (kind === "PLACEMENT") {
    const placement = await placementOf(tx, student.personId, placementId);
    if (placement === null || placement.startedOn < student.enrolledOn) {
      return refused({ kind: "noPlacement" });
    }
    return done({ employerId: placement.employerId, placementId: placement.id });
  }
  const named = vacancyId === "" ? employerId : await employerOfVacancy(tx, vacancyId);
  const employer = named === null || named === "" ? null : await findEmployer(tx, named);
  if (employer === null && (needsEmployer(kind) || named !== "")) {
    return refused({ kind: "noEmployer" });
  }
  return done({ employerId: employer?.id ?? null, placementId: null });
}
