import type { Readable } from "node:stream";
import type { ProofMediaType } from "~/data/files/media-type.server";
import { findEvidence } from "~/data/placements/evidence-store.server";
import { leavePlacementTrail } from "~/data/placements/placement-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { EVIDENCE_LABELS, type EvidenceKind } from "~/domain/placements/placement";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { readStoredStream } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface OpenedEvidence {
  readonly fileId: string;
  readonly fileName: string;
  readonly mediaType: ProofMediaType;
}

export type OpenEvidenceRefusal = { readonly kind: "notFound" } | { readonly kind: "forbidden" };

/** Lets a proof be seen, a voided one as well; every look leaves its trail. */
export function openEvidence(
  actor: Actor,
  evidenceId: string,
  now: Date,
): Promise<Outcome<OpenedEvidence, OpenEvidenceRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await findEvidence(tx, evidenceId);
    if (one === null || !may(actor, "placement.read", one.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, "placement.readEvidence", one.countyCode, today)) {
      return refused({ kind: "forbidden" });
    }
    const { placementId: id, countyCode, name, fileId, fileName, mediaType } = one;
    const detail = { purpose: EVIDENCE_LABELS[one.kind as EvidenceKind], evidenceId: one.id };
    const event = { action: "placement.viewEvidence", at: now, detail };
    await leavePlacementTrail(tx, actor, { id, countyCode, name }, event);
    return done({ fileId, fileName, mediaType });
  });
}

/** The bytes of a proof that may be seen. */
export function evidenceBytes(opened: OpenedEvidence): Readable {
  return readStoredStream(opened.fileId);
}
