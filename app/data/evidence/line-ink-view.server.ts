import { isShutCloseUp } from "~/data/evidence/close-up-standing.server";
import { maskedNumbers } from "~/data/rosters/masked-line.server";
import { namesOf } from "~/data/training/user-names.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { AcknowledgementMethod, InkElement } from "~/domain/evidence/line-proofs";
import { proofThatCounts } from "~/domain/evidence/proof-that-counts";
import type { RosterState } from "~/domain/rosters/roster";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A signature or fingerprint of a line, standing or voided. */
export interface LineProof {
  readonly id: string;
  readonly element: InkElement;
  readonly method: AcknowledgementMethod;
  readonly givenAt: string;
  readonly witness: string;
  /** Who signed in the person's place; empty when he did himself. */
  readonly proxyName: string;
  readonly scanPageId: string | null;
  /** Given for what the line said before a change. */
  readonly isOutdated: boolean;
  /** It is the one that counts as the line's signature or fingerprint. */
  readonly counts: boolean;
  /** Its picture opens for nobody any more. */
  readonly isShut: boolean;
  readonly voided: {
    readonly at: string;
    /** Empty when a later signature of the trainee took its place, or the name may not be seen. */
    readonly by: string;
    readonly reason: string;
  } | null;
}

export interface LineInkView {
  readonly lineNo: number;
  readonly name: string;
  readonly idMasked: string;
  readonly standing: readonly LineProof[];
  /** The latest first. */
  readonly voided: readonly LineProof[];
  readonly isSealed: boolean;
  readonly mayVoid: boolean;
}

/** Everything that was ever signed or pressed for one line; null when it does not stand on the roster. */
export function viewLineInk(
  actor: Actor,
  roster: { readonly id: string; readonly countyCode: string; readonly state: RosterState },
  lineId: string,
  on: string,
): Promise<LineInkView | null> {
  return inTransaction(actor, async (tx) => {
    if (!isUuid(lineId)) return null;
    const line = await tx.rosterLine.findFirst({
      where: { id: lineId, rosterId: roster.id, removedAt: null },
      select: {
        ...{ lineNo: true, name: true, contentVersion: true },
        ...{ idIndex: true, idSealed: true, phoneSealed: true },
      },
    });
    if (line === null) return null;
    const proofs = await proofsOf(tx, lineId, line.contentVersion);
    const isSealed = roster.state === "sealed";
    return {
      ...{ lineNo: line.lineNo, name: line.name, idMasked: maskedNumbers(line).idCardNumber },
      standing: proofs.filter(({ voided }) => voided === null),
      voided: proofs.filter(({ voided }) => voided !== null),
      isSealed,
      mayVoid: !isSealed && may(actor, "proof.record", roster.countyCode, on),
    };
  });
}

async function proofsOf(tx: Tx, lineId: string, version: number): Promise<LineProof[]> {
  const stored = await tx.acknowledgement.findMany({
    where: { lineId },
    select: {
      ...{ id: true, element: true, method: true, lineVersion: true, givenAt: true },
      ...{ witness: true, proxyName: true, scanPageId: true },
      ...{ voidedAt: true, voidedBy: true, voidReason: true },
    },
    orderBy: [{ voidedAt: "desc" }, { element: "desc" }, { givenAt: "desc" }],
  });
  const rows = stored.map((row) => ({
    ...row,
    element: row.element as InkElement,
    method: row.method as AcknowledgementMethod,
  }));
  const valid = rows.filter((row) => row.voidedAt === null && row.lineVersion === version);
  const nameOf = await namesOf(
    tx,
    rows.map(({ voidedBy }) => voidedBy),
  );
  const proofs: LineProof[] = [];
  for (const { lineVersion, givenAt, voidedAt, voidedBy, voidReason, ...row } of rows) {
    proofs.push({
      ...row,
      givenAt: givenAt.toISOString(),
      isOutdated: lineVersion !== version,
      counts: proofThatCounts(valid, row.element)?.id === row.id,
      isShut: await isShutCloseUp(tx, { method: row.method, lineId, voidedAt }),
      voided: voidedAt && {
        at: voidedAt.toISOString(),
        by: voidedBy === null ? "" : nameOf(voidedBy),
        reason: voidReason ?? "",
      },
    });
  }
  return proofs;
}
