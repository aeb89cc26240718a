import type { OutcomeForm } from "~/domain/employers/fair-outcome";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";
import { isAtFair, type FairRecord } from "./job-fair-store.server";
import { placementOf } from "./placement-of-person.server";

/** Where an outcome points. */
export interface OutcomePlace {
  readonly employerId: string | null;
  readonly placementId: string | null;
}

export type OutcomePlaceRefusal =
  | { readonly kind: "notAtFair" }
  | { readonly kind: "noPlacement" }
  | { readonly kind: "beforeFair"; readonly startedOn: string };

/** The employer the outcome names; somebody placed works where the placement says. */
export async function outcomePlace(
  tx: Tx,
  fair: FairRecord,
  personId: string,
  form: OutcomeForm,
): Promise<Outcome<OutcomePlace, OutcomePlaceRefusal>> {
  switch (form.outcome) {
    case "ATTENDED":
      return done({ employerId: null, placementId: null });
    case "OFFERED":
    case "DECLINED": {
      if (form.employerId === "") return done({ employerId: null, placementId: null });
      if (!(await isAtFair(tx, fair.id, form.employerId))) return refused({ kind: "notAtFair" });
      return done({ employerId: form.employerId, placementId: null });
    }
    case "PLACED": {
      const placement = await placementOf(tx, personId, form.placementId);
      if (placement === null) return refused({ kind: "noPlacement" });
      const { id: placementId, employerId, startedOn } = placement;
      if (startedOn < fair.heldOn) return refused({ kind: "beforeFair", startedOn });
      return done({ employerId, placementId });
    }
  }
}
