import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import { mediaTypeOf } from "~/data/files/media-type.server";
import {
  findPlacementsToProve,
  saveEvidence,
  type ProvedPlacement,
} from "~/data/placements/evidence-store.server";
import { leavePlacementTrail } from "~/data/placements/placement-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { EvidenceForm } from "~/domain/placements/evidence";
import { whyNotProvedBy, type UnprovableLines } from "~/domain/placements/evidence-lines";
import { EVIDENCE_LABELS } from "~/domain/placements/placement";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type AddEvidenceRefusal =
  | UnprovableLines
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "wrongFile" };

/** Puts one received file with one or many lines of a county; answers how many. */
export async function addEvidence(
  actor: Actor,
  asked: { readonly placementIds: readonly string[]; readonly form: EvidenceForm },
  file: ReceivedFile,
  now: Date,
): Promise<Outcome<number, AddEvidenceRefusal>> {
  const today = dayInChina(now);
  const mediaType = await mediaTypeOf(file.id);
  const form = { ...asked.form, note: withNumbersMasked(asked.form.note) };
  return inTransaction(actor, async (tx) => {
    const found = await findPlacementsToProve(tx, asked.placementIds);
    const isAll = found.length > 0 && found.length === new Set(asked.placementIds).size;
    if (!isAll) return refused({ kind: "notFound" });
    if (found.some((one) => !may(actor, "placement.write", one.countyCode, today))) {
      return refused({ kind: "forbidden" });
    }
    const refusal = whyNotProvedBy(found, form, today);
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
