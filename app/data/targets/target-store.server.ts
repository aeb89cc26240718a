import type { Actor } from "~/domain/access/actor";
import { day } from "~/domain/shared/calendar-date";
import type { CountingBasis, Measure } from "~/domain/targets/measure";
import type { Target } from "~/domain/targets/target";
import type { TargetForm } from "~/domain/targets/target-form";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A target as it lies in the database: with who entered it and when. */
export interface StoredTarget extends Target {
  readonly enteredByName: string;
  /** Instant, ISO 8601. */
  readonly enteredAt: string;
  readonly voidedByName: string | null;
  readonly voidReason: string | null;
}

/** Every target in the transaction's scope, revised ones included, by area and deadline. */
export async function findTargets(tx: Tx): Promise<readonly StoredTarget[]> {
  const rows = await tx.target.findMany({
    select: COLUMNS,
    orderBy: [{ deadlineOn: "desc" }, { regionCode: "asc" }, { issuedOn: "asc" }, { id: "asc" }],
  });
  return rows.map(asTarget);
}

/** The target, or null when it lies outside the transaction's scope. */
export async function findTarget(tx: Tx, id: string): Promise<StoredTarget | null> {
  if (!isUuid(id)) return null;
  const row = await tx.target.findUnique({ where: { id }, select: COLUMNS });
  return row === null ? null : asTarget(row);
}

export interface NewTarget extends TargetForm {
  readonly id: string;
  readonly regionCode: string;
  readonly revision: number;
  readonly revisesId: string | null;
  readonly revisionReason: string;
}

/** Writes the target and its shares; false when the same task, or another revision of it, came first. */
export async function saveTarget(
  tx: Tx,
  { shares, ...target }: NewTarget,
  by: { readonly userId: string; readonly name: string },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.target.createMany({
    data: [
      {
        ...target,
        periodFrom: new Date(target.periodFrom),
        deadlineOn: new Date(target.deadlineOn),
        issuedOn: new Date(target.issuedOn),
        ...{ enteredBy: by.userId, enteredByName: by.name, enteredAt: now },
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  const { id: targetId, regionCode } = target;
  await tx.targetShare.createMany({
    data: shares.map((share) => ({ ...share, targetId, regionCode })),
  });
  return true;
}

/** Takes a target off the board, with all it goes back to; false when somebody else did so first. */
export async function markVoid(
  tx: Tx,
  ids: readonly string[],
  by: { readonly userId: string; readonly name: string },
  { now, reason }: { readonly now: Date; readonly reason: string },
): Promise<boolean> {
  const { count } = await tx.target.updateMany({
    where: { id: { in: [...ids] }, voidedAt: null },
    data: { voidedAt: now, voidedBy: by.userId, voidedByName: by.name, voidReason: reason },
  });
  return count === ids.length;
}

type Told = Pick<NewTarget, "id" | "regionCode" | "measure" | "documentNumber">;

export function leaveTargetTrail(
  tx: Tx,
  by: Pick<Actor, "userId" | "name">,
  target: Told & { readonly reason: string },
  action: "target.enter" | "target.revise" | "target.void",
  now: Date,
): Promise<void> {
  const { documentNumber: source, reason, measure } = target;
  return leaveTrail(tx, {
    ...{ at: now, actorId: by.userId, actorName: by.name, action },
    ...{ subjectKind: "target", subjectId: target.id, countyCode: target.regionCode },
    detail: reason === "" ? { source, measure } : { source, measure, reason },
  });
}

const COLUMNS = {
  ...{ id: true, regionCode: true, measure: true, periodFrom: true, deadlineOn: true },
  ...{ documentNumber: true, issuer: true, issuedOn: true, clause: true, summary: true },
  ...{ basis: true, mayShare: true, basisIsStated: true, mustExceed: true, value: true },
  ...{ revision: true, revisesId: true, revisionReason: true, assumptions: true },
  ...{ voidedAt: true, voidedByName: true, voidReason: true },
  ...{ enteredByName: true, enteredAt: true },
  shares: { select: { areaCode: true, value: true }, orderBy: { areaCode: "asc" } },
} as const;

interface Row extends Omit<
  StoredTarget,
  "measure" | "basis" | "periodFrom" | "deadlineOn" | "issuedOn" | "enteredAt" | "voidedAt"
> {
  readonly measure: string;
  readonly basis: string;
  readonly periodFrom: Date;
  readonly deadlineOn: Date;
  readonly issuedOn: Date;
  readonly enteredAt: Date;
  readonly voidedAt: Date | null;
}

function asTarget(row: Row): StoredTarget {
  return {
    ...row,
    measure: row.measure as Measure,
    basis: row.basis as CountingBasis,
    periodFrom: dayOf(row.periodFrom),
    deadlineOn: dayOf(row.deadlineOn),
    issuedOn: dayOf(row.issuedOn),
    enteredAt: row.enteredAt.toISOString(),
    voidedAt: row.voidedAt?.toISOString() ?? null,
  };
}

const dayOf = (date: Date) => day(date.toISOString().slice(0, 10));
