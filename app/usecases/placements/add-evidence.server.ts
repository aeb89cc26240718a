import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import { evidenceKind } from "~/data/placements/evidence-kind.server";
import {
  findPlacementsToProve,
  saveEvidence,
  type ProvedPlacement,
} from "~/data/placements/evidence-store.server";
import { leavePlacementTrail } from "~/data/placements/placement-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { MOST_PROVED_AT_ONCE, touchesJob, type EvidenceForm } from "~/domain/placements/evidence";
import { EVIDENCE_LABELS } from "~/domain/placements/placement";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { monthOf } from "~/domain/shared/months";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type AddEvidenceRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "tooMany" }
  | { readonly kind: "severalCounties" }
  | { readonly kind: "removed"; readonly names: readonly string[] }
  | { readonly kind: "outsideJob"; readonly names: readonly string[] }
  | { readonly kind: "monthNotOver" }
  | { readonly kind: "wrongFile" };

/** Puts one received file with one or many lines of a county; answers how many. */
export async function addEvidence(
  actor: Actor,
  asked: { readonly placementIds: readonly string[]; readonly form: EvidenceForm },
  file: ReceivedFile,
  now: Date,
): Promise<Outcome<number, AddEvidenceRefusal>> {
  const mediaType = await evidenceKind(file.id);
  const form = { ...asked.form, note: withNumbersMasked(asked.form.note) };
  return inTransaction(actor, async (tx) => {
    const found = await findPlacementsToProve(tx, asked.placementIds);
    const refusal = whyNot(actor, found, asked.placementIds, form, now);
    if (refusal !== null) return refused(refusal);
    if (mediaType === null) return refused({ kind: "wrongFile" });
    const countyCode = found[0]?.countyCode ?? "";
    const by = { userId: actor.userId, name: actor.name, now };
    await saveStoredFile(tx, file, { countyCode, purpose: "placementEvidence", actor, now });
    await saveEvidence(tx, found, form, { ...file, mediaType }, by);
    await leaveTrails(tx, actor, found, form, now);
    return done(found.length);
  });
}

function whyNot(
  actor: Actor,
  found: readonly ProvedPlacement[],
  ids: readonly string[],
  form: EvidenceForm,
  now: Date,
): AddEvidenceRefusal | null {
  const [first] = found;
  const on = dayInChina(now);
  if (first === undefined || found.length < new Set(ids).size) return { kind: "notFound" };
  if (found.some(({ countyCode }) => !may(actor, "placement.write", countyCode, on))) {
    return { kind: "forbidden" };
  }
  if (found.length > MOST_PROVED_AT_ONCE) return { kind: "tooMany" };
  if (found.some(({ countyCode }) => countyCode !== first.countyCode)) {
    return { kind: "severalCounties" };
  }
  const removed = found.filter(({ isRemoved }) => isRemoved);
  if (removed.length > 0) return { kind: "removed", names: namesOf(removed) };
  if (form.toMonth !== null && form.toMonth > monthOf(on)) return { kind: "monthNotOver" };
  const outside = found.filter((one) => !touchesJob(form, one));
  return outside.length === 0 ? null : { kind: "outsideJob", names: namesOf(outside) };
}

function namesOf(placements: readonly ProvedPlacement[]): string[] {
  return placements.map(({ name }) => name);
}

/** One event per line: each line's story is read by itself. */
async function leaveTrails(
  tx: Tx,
  actor: Actor,
  placements: readonly ProvedPlacement[],
  form: EvidenceForm,
  at: Date,
): Promise<void> {
  const purpose = EVIDENCE_LABELS[form.kind];
  const [from, to] = [form.fromMonth?.slice(0, 7), form.toMonth?.slice(0, 7)];
  for (const one of placements) {
    const detail = { employer: one.employerName, purpose, from, to, headcount: placements.length };
    await leavePlacementTrail(tx, actor, one, { action: "placement.evidence", at, detail });
  }
}
