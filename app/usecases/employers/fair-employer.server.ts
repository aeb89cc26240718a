import { findEmployer } from "~/data/employers/employer-store.server";
import {
  findFair,
  putFairEmployer,
  takeOffFairEmployer,
} from "~/data/employers/job-fair-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { FairEmployerForm } from "~/domain/employers/job-fair";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type FairEmployerRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "noEmployer" };

interface Asked {
  readonly fairId: string;
  readonly employerId: string;
}

/** Says what an employer offered at the fair; null takes it off the list again. */
export function settleFairEmployer(
  actor: Actor,
  asked: Asked,
  offer: FairEmployerForm | null,
  now: Date,
): Promise<Outcome<null, FairEmployerRefusal>> {
  return inTransaction(actor, async (tx) => {
    const fair = await findFair(tx, asked.fairId);
    if (fair === null) return refused({ kind: "notFound" });
    if (!may(actor, "jobFair.write", fair.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (fair.isRemoved) return refused({ kind: "removed" });
    const employer = await findEmployer(tx, asked.employerId);
    if (employer === null) return refused({ kind: "noEmployer" });
    if (offer !== null) await putFairEmployer(tx, fair, employer.id, offer);
    else if (!(await takeOffFairEmployer(tx, fair.id, employer.id))) {
      return refused({ kind: "noEmployer" });
    }
    const action = offer === null ? "jobFair.takeOffEmployer" : "jobFair.putEmployer";
    const detail = { organisation: employer.name, ...offer };
    await leaveWorkTrail(tx, actor, fair, action, now, detail);
    return done(null);
  });
}
