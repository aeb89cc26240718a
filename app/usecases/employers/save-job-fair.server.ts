import { changeFair, findFair, isPaired, saveFair } from "~/data/employers/job-fair-store.server";
import { hasFairTwin } from "~/data/employers/work-twins.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { JobFairForm } from "~/domain/employers/job-fair";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CreateFairRefusal =
  { readonly kind: "forbidden" } | { readonly kind: "notPaired" } | { readonly kind: "duplicate" };

export type ChangeFairRefusal =
  | CreateFairRefusal
  | { readonly kind: "notFound" }
  | { readonly kind: "removed" }
  | { readonly kind: "changedByOthers" };

/** Registers a fair held for one county, with the district that was paired with it in those days; answers its id. */
export function createFair(
  actor: Actor,
  countyCode: string,
  form: JobFairForm,
  now: Date,
): Promise<Outcome<string, CreateFairRefusal>> {
  if (!may(actor, "jobFair.write", countyCode, dayInChina(now))) {
    return Promise.resolve(refused({ kind: "forbidden" }));
  }
  return inTransaction(actor, async (tx) => {
    if (!(await isPairedThen(tx, countyCode, form))) return refused({ kind: "notPaired" });
    const id = newId();
    if (await hasFairTwin(tx, { id, countyCode }, form)) return refused({ kind: "duplicate" });
    await saveFair(tx, { ...form, id, countyCode }, actor, now);
    const subject = { kind: "jobFair", id, countyCode, label: form.name } as const;
    await leaveWorkTrail(tx, actor, subject, "jobFair.create", now, { startsOn: form.heldOn });
    return done(id);
  });
}

/** Corrects what is registered of a fair. */
export function rewriteFair(
  actor: Actor,
  asked: { readonly fairId: string; readonly version: number },
  form: JobFairForm,
  now: Date,
): Promise<Outcome<null, ChangeFairRefusal>> {
  return inTransaction(actor, async (tx) => {
    const fair = await findFair(tx, asked.fairId);
    if (fair === null) return refused({ kind: "notFound" });
    if (!may(actor, "jobFair.write", fair.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (fair.isRemoved) return refused({ kind: "removed" });
    if (fair.version !== asked.version) return refused({ kind: "changedByOthers" });
    if (!(await isPairedThen(tx, fair.countyCode, form))) return refused({ kind: "notPaired" });
    if (await hasFairTwin(tx, fair, form)) return refused({ kind: "duplicate" });
    if (!(await changeFair(tx, fair, form))) return refused({ kind: "changedByOthers" });
    const detail = { before: fair.label, after: form.name, startsOn: form.heldOn };
    await leaveWorkTrail(tx, actor, fair, "jobFair.change", now, detail);
    return done(null);
  });
}

async function isPairedThen(
  tx: Tx,
  countyCode: string,
  { districtCode, heldOn, heldTo }: JobFairForm,
): Promise<boolean> {
  if (districtCode === null) return true;
  return isPaired(tx, { countyCode, districtCode }, { from: heldOn, to: heldTo ?? heldOn });
}
