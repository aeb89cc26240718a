import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { ClaimKind } from "~/domain/claims/claim";
import { claimName } from "~/domain/claims/claim-name";
import type { ClawbackState } from "~/domain/claims/clawback";
import type { LinePayment } from "~/domain/claims/line-payment";
import { fen, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Prisma, Tx } from "~/platform/prisma/client.server";

/** A claw-back with the line it is of. */
export interface ClawbackRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly amountFen: Fen;
  readonly state: ClawbackState;
  readonly proposedBy: string | null;
  readonly decidedBy: string | null;
  readonly decidedByName: string;
  readonly decidedAt: Date | null;
  readonly version: number;
  readonly lineId: string;
  readonly person: string;
  readonly paymentState: LinePayment | null;
  readonly paidOn: string | null;
  readonly batchId: string;
  readonly potId: string;
  /** 2020年技能培训补贴（1） */
  readonly claim: string;
  /** The voucher it came back under; null before that, or where none was put in. */
  readonly file: { readonly fileId: string; readonly fileName: string } | null;
}

export type ClawbackRefusal =
  | { readonly kind: "notFound" | "forbidden" | "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: ClawbackState };

const WHOLE = { line: { include: { batch: true } } } as const;

/** Null out of scope. */
export async function findClawback(tx: Tx, id: string): Promise<ClawbackRecord | null> {
  if (!isUuid(id)) return null;
  const row = await tx.clawback.findUnique({ where: { id }, include: WHOLE });
  if (row === null) return null;
  const { line, countyCode, proposedBy, decidedBy, decidedAt, version } = row;
  const { batch } = line;
  return {
    ...{ id, countyCode, proposedBy, decidedBy, decidedAt, version },
    ...{ amountFen: fen(row.amountFen), decidedByName: row.decidedByName ?? "" },
    // Held by CHECKs of the database, as is the kind.
    ...{ state: row.state as ClawbackState, paymentState: line.paymentState as LinePayment | null },
    ...{ lineId: line.id, person: line.name, batchId: batch.id, potId: batch.potId },
    paidOn: line.paidOn?.toISOString().slice(0, 10) ?? null,
    claim: claimName({ ...batch, kind: batch.kind as ClaimKind }),
    file: row.fileId === null ? null : { fileId: row.fileId, fileName: row.fileName },
  };
}

/** The claw-back at the version that the form showed, its claim held against everybody else. */
export async function heldClawback(
  tx: Tx,
  actor: Actor,
  asked: { readonly clawbackId: string; readonly version: number },
  step: { readonly needs: Action; readonly states: readonly ClawbackState[]; readonly now: Date },
): Promise<Outcome<ClawbackRecord, ClawbackRefusal>> {
  const on = dayInChina(step.now);
  const seen = await findClawback(tx, asked.clawbackId);
  if (seen === null || !may(actor, "claim.read", seen.countyCode, on)) {
    return refused({ kind: "notFound" });
  }
  await tx.$queryRaw`SELECT 1 FROM claim_batch WHERE id = ${seen.batchId}::uuid FOR UPDATE`;
  const one = (await findClawback(tx, seen.id)) ?? seen;
  if (!may(actor, step.needs, one.countyCode, on)) return refused({ kind: "forbidden" });
  const { state } = one;
  if (!step.states.includes(state)) return refused({ kind: "wrongState", state });
  return one.version === asked.version ? done(one) : refused({ kind: "changedByOthers" });
}

/** Proposes to ask money of a line back; answers the id. */
export async function addClawback(
  tx: Tx,
  one: {
    readonly countyCode: string;
    readonly lineId: string;
    readonly amountFen: Fen;
    readonly reason: string;
  },
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<string> {
  const id = newId();
  const proposed = { proposedBy: by.userId, proposedByName: by.name, proposedAt: by.now };
  await tx.clawback.create({
    data: { ...one, ...proposed, id, source: "OFFICER", state: "proposed" },
  });
  return id;
}

/** What is asked back of a line, or was: all but what was dropped. */
export async function askedBack(
  tx: Tx,
  lineId: string,
): Promise<{ readonly sumFen: number; readonly isOpen: boolean }> {
  const rows = await tx.clawback.findMany({
    where: { lineId, state: { not: "dropped" } },
    select: { amountFen: true, state: true },
  });
  const sumFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return { sumFen, isOpen: rows.some(({ state }) => ["proposed", "confirmed"].includes(state)) };
}

/** Writes a step of a claw-back down; the caller holds its claim. */
export async function changeClawback(
  tx: Tx,
  id: string,
  data: Prisma.ClawbackUncheckedUpdateInput,
): Promise<void> {
  await tx.clawback.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
}

/** Its trail is that of its claim, where it is read. */
export function leaveClawbackTrail(
  tx: Tx,
  one: Pick<ClawbackRecord, "batchId" | "countyCode" | "claim" | "person">,
  event: {
    readonly actor: Actor;
    readonly now: Date;
    readonly action: string;
    readonly detail: object;
  },
): Promise<void> {
  const { actor, now, action, detail } = event;
  return leaveTrail(tx, {
    ...{ at: now, actorId: actor.userId, actorName: actor.name, action },
    ...{ subjectKind: "claimBatch", subjectId: one.batchId, countyCode: one.countyCode },
    detail: { name: one.claim, person: one.person, ...detail },
  });
}
