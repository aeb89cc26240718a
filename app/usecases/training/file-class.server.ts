import {
  changeFiling,
  findFiling,
  findForeignChoice,
  hasSameClass,
  leaveFilingTrail,
} from "~/data/training/filing-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { FilingState } from "~/domain/training/filing";
import { canChangeFiling, type FilingForm } from "~/domain/training/filing-form";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type FileClassRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: FilingState }
  | { readonly kind: "duplicate" }
  | { readonly kind: "foreignChoice"; readonly field: "planId" | "providerId" };

/** Fills in the filing of a class that nobody has approved yet. */
export function fileClass(
  actor: Actor,
  asked: { readonly classId: string; readonly version: number },
  form: FilingForm,
  now: Date,
): Promise<Outcome<null, FileClassRefusal>> {
  return inTransaction(actor, async (tx) => {
    const filing = await findFiling(tx, asked.classId);
    if (filing === null) return refused({ kind: "notFound" });
    if (!may(actor, "class.write", filing.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (filing.isSealed) return refused({ kind: "sealed" });
    if (filing.version !== asked.version) return refused({ kind: "changedByOthers" });
    const { state } = filing;
    if (!canChangeFiling(state)) return refused({ kind: "wrongState", state });
    const field = await findForeignChoice(tx, filing, form);
    if (field !== null) return refused({ kind: "foreignChoice", field });
    if (await hasSameClass(tx, filing, form.startsOn)) return refused({ kind: "duplicate" });
    if (!(await changeFiling(tx, filing, form))) return refused({ kind: "changedByOthers" });
    const { startsOn, endsOn } = form;
    await leaveFilingTrail(tx, actor, filing, "class.file", now, { startsOn, endsOn });
    return done(null);
  });
}
