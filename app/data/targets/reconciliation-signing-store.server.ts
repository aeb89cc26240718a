import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { MEASURE_LABELS } from "~/domain/targets/measure";
import type { ReconciliationSide } from "~/domain/targets/reconciliation";
import { monthLabel } from "~/domain/targets/reconciliation-month";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { keepSignedRound } from "./reconciliation-round-store.server";
import {
  addStep,
  UNSIGNED,
  type ReconciledMonth,
  type ReconciliationRecord,
} from "./reconciliation-store.server";

interface By {
  readonly actor: Actor;
  readonly now: Date;
}

/** Who drew up the county's list last; null when nobody has. */
export async function findListMaker(tx: Tx, reconciliationId: string): Promise<string | null> {
  const step = await tx.reconciliationStep.findFirst({
    where: { reconciliationId, kind: "COUNTY_LIST" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { byId: true },
  });
  return step?.byId ?? null;
}

/** Signs for one side; with the second signature the month locks. True when it has. */
export async function signFor(
  tx: Tx,
  one: ReconciliationRecord,
  side: ReconciliationSide,
  by: By,
): Promise<boolean> {
  const isCounty = side === "county";
  const isLast = (isCounty ? one.districtSignedBy : one.countySignedBy) !== null;
  const { userId, name } = by.actor;
  await tx.reconciliation.update({
    where: { id: one.id },
    data: {
      ...(isCounty
        ? { countySignedBy: userId, countySignedByName: name, countySignedAt: by.now }
        : { districtSignedBy: userId, districtSignedByName: name, districtSignedAt: by.now }),
      ...(isLast ? { state: "locked", lockedAt: by.now } : {}),
    },
  });
  await addStep(
    tx,
    one,
    isCounty
      ? { kind: "COUNTY_SIGNED", figure: one.countyFigure }
      : { kind: "DISTRICT_SIGNED", figure: one.districtFigure },
    by,
  );
  if (isLast) {
    await keepSignedRound(tx, one);
    await addStep(tx, one, { kind: "LOCKED" }, by);
  }
  return isLast;
}

/** Takes one side's signature back before the other has signed. */
export async function withdrawFor(
  tx: Tx,
  one: ReconciliationRecord,
  side: ReconciliationSide,
  by: By,
): Promise<void> {
  const isCounty = side === "county";
  await tx.reconciliation.update({
    where: { id: one.id },
    data: isCounty
      ? { countySignedBy: null, countySignedByName: null, countySignedAt: null }
      : { districtSignedBy: null, districtSignedByName: null, districtSignedAt: null },
  });
  const kind = isCounty ? "COUNTY_WITHDREW" : "DISTRICT_WITHDREW";
  await addStep(tx, one, { kind }, by);
}

/** Opens the next round with the lists and explanations of the last one, which stay as they were signed. */
export async function openNextRound(
  tx: Tx,
  one: ReconciliationRecord,
  reason: string,
  by: By,
): Promise<void> {
  const round = one.round + 1;
  await tx.reconciliation.update({
    where: { id: one.id },
    data: { ...UNSIGNED, state: "open", round, lockedAt: null, version: { increment: 1 } },
  });
  const lines = await tx.reconciliationLine.findMany({
    where: { reconciliationId: one.id, round: one.round },
    orderBy: { id: "asc" },
  });
  await tx.reconciliationLine.createMany({
    data: lines.map((line) => ({ ...line, id: newId(), round })),
  });
  await addStep(tx, { ...one, round }, { kind: "REOPENED", reason }, by);
}

/** 牟定县—嘉定区 2020 年 5 月来沪就业人数 */
export function reconciliationLabel({ countyCode, districtCode, month, measure }: ReconciledMonth) {
  const name = (code: string) => regionName(code) ?? code;
  return `${name(countyCode)}—${name(districtCode)} ${monthLabel(month)}${MEASURE_LABELS[measure]}`;
}

export function leaveReconciliationTrail(
  tx: Tx,
  one: ReconciledMonth & { readonly id: string },
  action: string,
  { actor, now }: By,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return leaveTrail(tx, {
    ...{ at: now, actorId: actor.userId, actorName: actor.name, action },
    subjectKind: "reconciliation",
    subjectId: one.id,
    countyCode: one.countyCode,
    detail: { name: reconciliationLabel(one), ...detail },
  });
}
