import { findTargets, leaveTargetTrail, saveTarget } from "~/data/targets/target-store.server";
import { day } from "~/domain/shared/calendar-date";
import { DOCUMENTED_TARGETS, type DocumentedTarget } from "~/domain/targets/documented";
import type { CountingBasis } from "~/domain/targets/measure";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** The documents belong to several prefectures and districts: no official's name may stand under all of them. */
const LOADER = "演示数据载入";

/**
 * Enters the targets of the founding documents that are not there yet: part of loading the demonstration, on the
 * account that loads it and not asked of its role.
 */
export function enterDocumentedTargets(
  { userId }: { readonly userId: string },
  now: Date,
): Promise<{ readonly entered: number }> {
  const regions = DOCUMENTED_TARGETS.flatMap((one) => [one.regionCode, ...Object.keys(one.shares)]);
  const by = { userId, name: LOADER };
  return inTransaction({ userId, counties: [...new Set(regions)] }, async (tx) => {
    const there = await findTargets(tx);
    const missing = DOCUMENTED_TARGETS.filter((one) => !there.some((old) => isSame(old, one)));
    for (const one of missing) {
      const target = asNew(one);
      await saveTarget(tx, target, by, now);
      await leaveTargetTrail(tx, by, { ...target, reason: "" }, "target.enter", now);
    }
    return { entered: missing.length };
  });
}

type Identity = Pick<DocumentedTarget, "regionCode" | "measure" | "documentNumber" | "clause">;

function isSame(a: Identity, b: Identity): boolean {
  return (
    a.regionCode === b.regionCode &&
    a.measure === b.measure &&
    a.documentNumber === b.documentNumber &&
    a.clause === b.clause
  );
}

/** None of the documents says how to count: by persons, and one person may count for two measures (decisions/0022). */
function asNew({ shares, ...one }: DocumentedTarget) {
  const isEvent = one.measure === "JOB_FAIRS" || one.measure === "TRAINING_CLASSES";
  const basis: CountingBasis = isEvent ? "EVENTS" : "HEADCOUNT";
  return {
    ...one,
    periodFrom: day(one.periodFrom),
    deadlineOn: day(one.deadlineOn),
    issuedOn: day(one.issuedOn),
    ...{ id: newId(), summary: "", basis, mayShare: true, basisIsStated: false },
    ...{ revision: 1, revisesId: null, revisionReason: "" },
    shares: Object.entries(shares).map(([areaCode, value]) => ({ areaCode, value })),
  };
}
