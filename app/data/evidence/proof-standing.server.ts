import {
  screenMethod,
  type AcknowledgementMethod,
  type InkElement,
  type ScreenMethod,
} from "~/domain/evidence/line-proofs";
import { proofThatCounts } from "~/domain/evidence/proof-that-counts";
import type { Tx } from "~/platform/prisma/client.server";

/** A signature or fingerprint that stands. */
export interface StandingProof {
  readonly id: string;
  readonly method: AcknowledgementMethod;
  readonly fileId: string;
  readonly lineVersion: number;
  readonly isProxy: boolean;
  readonly givenAt: Date;
}

/** What of a line's own hand there is: the proof that counts of either kind, and the others that stand. */
export interface LineInk {
  readonly lineId: string;
  readonly signature: StandingProof | null;
  readonly fingerprint: StandingProof | null;
  /** Given for the line as it is, but by a lesser way than the one that counts. */
  readonly extra: readonly (StandingProof & { readonly element: InkElement })[];
}

type StoredProof = StandingProof & { readonly lineId: string; readonly element: InkElement };

/**
 * The signatures and fingerprints of every standing line, in the order of the roster. Only what was
 * given for the line as it is now: a line that changed has to be signed again.
 */
export async function listLineProofs(tx: Tx, rosterId: string): Promise<readonly LineInk[]> {
  const lines = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM roster_line WHERE roster_id = ${rosterId}::uuid AND removed_at IS NULL
    ORDER BY line_no, id`;
  const proofs = await tx.$queryRaw<StoredProof[]>`
    SELECT a.id, a.line_id AS "lineId", a.element, a.method, a.file_id AS "fileId",
      a.line_version AS "lineVersion", a.proxy_name <> '' AS "isProxy", a.given_at AS "givenAt"
    FROM acknowledgement a JOIN roster_line l ON l.id = a.line_id
    WHERE a.roster_id = ${rosterId}::uuid AND a.voided_at IS NULL AND l.removed_at IS NULL
      AND a.line_version = l.content_version`;
  const byLine = new Map<string, StoredProof[]>(lines.map(({ id }) => [id, []]));
  for (const proof of proofs) byLine.get(proof.lineId)?.push(proof);
  return [...byLine].map(([lineId, own]) => inkOf(lineId, own));
}

/** How the hand was given without paper, by the surest of such ways; null when it was not. */
export function givenOffPaper(
  { signature, fingerprint, extra }: LineInk,
  element: InkElement,
): ScreenMethod | null {
  const first = element === "SIGNATURE" ? signature : fingerprint;
  const others = extra.filter((one) => one.element === element && one.method !== "paper");
  const counts = first === null ? null : screenMethod(first.method);
  const next = proofThatCounts(others, element);
  return counts ?? (next === null ? null : screenMethod(next.method));
}

function inkOf(lineId: string, proofs: readonly StoredProof[]): LineInk {
  const signature = proofThatCounts(proofs, "SIGNATURE");
  const fingerprint = proofThatCounts(proofs, "FINGERPRINT");
  const extra = proofs.filter((one) => one !== signature && one !== fingerprint);
  return { lineId, signature, fingerprint, extra };
}
