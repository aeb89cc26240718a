import { targetAreas } from "~/data/targets/target-areas.server";
import {
  findTarget,
  findTargets,
  leaveTargetTrail,
  saveTarget,
} from "~/data/targets/target-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { RevisionForm } from "~/domain/targets/target-form";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ReviseTargetRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  /** A later document has revised it already. */
  | { readonly kind: "revisedBefore" }
  /** Entered by mistake and taken off the board. */
  | { readonly kind: "isVoid" }
  /** The document is of a day to come. */
  | { readonly kind: "futureDocument" }
  /** The document is older than the one it would revise. */
  | { readonly kind: "olderDocument"; readonly issuedOn: string }
  | { readonly kind: "areaOutside"; readonly areaCode: string };

/** A later document changes a target: a new row counts from now on, the old one stays readable as its history. */
export function reviseTarget(
  actor: Actor,
  targetId: string,
  form: RevisionForm,
  now: Date,
): Promise<Outcome<{ readonly targetId: string }, ReviseTargetRefusal>> {
  return inTransaction(actor, async (tx) => {
    const old = await findTarget(tx, targetId);
    if (old === null) return refused({ kind: "notFound" });
    const { regionCode, measure, issuedOn } = old;
    const today = dayInChina(now);
    if (!may(actor, "target.write", regionCode, today)) return refused({ kind: "forbidden" });
    if (old.voidedAt !== null) return refused({ kind: "isVoid" });
    const isRevised = (await findTargets(tx)).some(({ revisesId }) => revisesId === old.id);
    if (isRevised) return refused({ kind: "revisedBefore" });
    if (form.issuedOn > today) return refused({ kind: "futureDocument" });
    if (form.issuedOn < issuedOn) return refused({ kind: "olderDocument", issuedOn });
    // A county that has a share keeps it, whatever has become of its pairing or its code.
    const areas = await targetAreas(tx, regionCode, form);
    const known = [...old.shares.map(({ areaCode }) => areaCode), ...areas.map(({ code }) => code)];
    const outside = form.shares.find(({ areaCode }) => !known.includes(areaCode));
    if (outside !== undefined) return refused({ kind: "areaOutside", areaCode: outside.areaCode });
    const next = { id: newId(), regionCode, revision: old.revision + 1, revisesId: old.id };
    const target = { ...form, ...next, measure };
    if (!(await saveTarget(tx, target, actor, now))) return refused({ kind: "revisedBefore" });
    const told = { ...target, reason: form.revisionReason };
    await leaveTargetTrail(tx, actor, told, "target.revise", now);
    return done({ targetId: target.id });
  });
}
