import type { AcknowledgementMethod, InkElement } from "~/domain/evidence/line-proofs";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface NewAcknowledgement {
  readonly rosterId: string;
  readonly lineId: string;
  /** The version of the line that the person had before him. */
  readonly lineVersion: number;
  readonly countyCode: string;
  readonly element: InkElement;
  readonly method: AcknowledgementMethod;
  /** Picture of the ink or print in the evidence store; its stored_file row exists. */
  readonly fileId: string;
  readonly scanPageId?: string;
  readonly linkId?: string;
  readonly noticeId?: string;
  readonly documentDigest?: Buffer;
  readonly proxy?: { readonly name: string; readonly relation: string; readonly reason: string };
  readonly witness?: string;
  readonly device?: string;
  readonly givenAt: Date;
  /** Null when the trainee signed by himself. */
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

/** Saves the proof; one of the same line, kind and way that stood until now is voided, not lost. */
export async function saveAcknowledgement(tx: Tx, one: NewAcknowledgement): Promise<string> {
  await tx.acknowledgement.updateMany({
    where: { lineId: one.lineId, element: one.element, method: one.method, voidedAt: null },
    data: { voidedAt: one.recordedAt, voidedBy: one.recordedBy, voidReason: "由后一次采集替代" },
  });
  const id = newId();
  const { proxy, documentDigest, ...row } = one;
  await tx.acknowledgement.create({
    data: {
      ...row,
      id,
      documentDigest: documentDigest ? new Uint8Array(documentDigest) : null,
      proxyName: proxy?.name ?? "",
      proxyRelation: proxy?.relation ?? "",
      proxyReason: proxy?.reason ?? "",
    },
  });
  return id;
}

export interface AcknowledgementRecord {
  readonly id: string;
  readonly element: InkElement;
  readonly method: AcknowledgementMethod;
  /** The page it was cut from; null for ink made on a screen. */
  readonly scanPageId: string | null;
}

/** A proof of this very line, whether it stands or was voided; null when the line has no such one. */
export async function findAcknowledgement(
  tx: Tx,
  at: { readonly rosterId: string; readonly lineId: string; readonly id: string },
): Promise<AcknowledgementRecord | null> {
  if (!isUuid(at.rosterId) || !isUuid(at.lineId) || !isUuid(at.id)) return null;
  const row = await tx.acknowledgement.findFirst({
    where: at,
    select: { id: true, element: true, method: true, scanPageId: true },
  });
  return row === null
    ? null
    : {
        ...row,
        element: row.element as InkElement,
        method: row.method as AcknowledgementMethod,
      };
}

/** False when it does not stand any more. */
export async function voidAcknowledgement(
  tx: Tx,
  id: string,
  by: { readonly userId: string; readonly reason: string; readonly now: Date },
): Promise<boolean> {
  const { count } = await tx.acknowledgement.updateMany({
    where: { id, voidedAt: null },
    data: { voidedAt: by.now, voidedBy: by.userId, voidReason: by.reason },
  });
  return count === 1;
}
