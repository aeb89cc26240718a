import { findEmployer } from "~/data/employers/employer-store.server";
import {
  changeLabourBatch,
  findLabourBatch,
  saveLabourBatch,
} from "~/data/employers/labour-batch-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { LabourBatchForm } from "~/domain/employers/labour-batch";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

type WrittenRefusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "duplicate" }
  | { readonly kind: "noSuchRegion" };

export type RegisterBatchRefusal = WrittenRefusal | { readonly kind: "noIntermediary" };
export type CorrectBatchRefusal =
  WrittenRefusal | { readonly kind: "notFound" } | { readonly kind: "changedByOthers" };

/** Registers the workers an intermediary sends out together, for their county; returns the batch's id. */
export function registerLabourBatch(
  actor: Actor,
  asked: { readonly countyCode: string; readonly intermediaryId: string },
  form: LabourBatchForm,
  now: Date,
): Promise<Outcome<string, RegisterBatchRefusal>> {
  const { countyCode, intermediaryId } = asked;
  if (!may(actor, "placement.write", countyCode, dayInChina(now))) {
    return Promise.resolve(refused({ kind: "forbidden" }));
  }
  return inTransaction(actor, async (tx) => {
    const intermediary = await findEmployer(tx, intermediaryId);
    if (intermediary?.kind !== "INTERMEDIARY") return refused({ kind: "noIntermediary" });
    if (!isKnown(form.workplaceCode)) return refused({ kind: "noSuchRegion" });
    const by = { userId: actor.userId, now };
    const id = await saveLabourBatch(tx, { ...form, countyCode, intermediaryId }, by);
    if (id === null) return refused({ kind: "duplicate" });
    const subject = { kind: "labourBatch", id, countyCode, label: form.name } as const;
    await leaveWorkTrail(tx, actor, subject, "labourBatch.create", now);
    return done(id);
  });
}

/** Corrects what is registered of a batch; the people in it stay. */
export function correctLabourBatch(
  actor: Actor,
  asked: { readonly batchId: string; readonly version: number },
  form: LabourBatchForm,
  now: Date,
): Promise<Outcome<null, CorrectBatchRefusal>> {
  return inTransaction(actor, async (tx) => {
    const batch = await findLabourBatch(tx, asked.batchId);
    if (batch === null) return refused({ kind: "notFound" });
    const { id, countyCode, name } = batch;
    const mayWrite = may(actor, "placement.write", countyCode, dayInChina(now));
    if (!mayWrite) return refused({ kind: "forbidden" });
    if (batch.version !== asked.version) return refused({ kind: "changedByOthers" });
    if (!isKnown(form.workplaceCode)) return refused({ kind: "noSuchRegion" });
    const change = await changeLabourBatch(tx, batch, form);
    if (change !== "changed") return refused({ kind: change });
    const subject = { kind: "labourBatch", id, countyCode, label: form.name } as const;
    await leaveWorkTrail(tx, actor, subject, "labourBatch.change", now, { before: name });
    return done(null);
  });
}

function isKnown(workplace: string | null): boolean {
  return workplace === null || regionName(workplace) !== null;
}
