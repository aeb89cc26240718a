import { randomBytes } from "node:crypto";
import { sealedForm } from "~/data/evidence/seal-manifest.server";
import { saveSeal } from "~/data/evidence/seal-store.server";
import { findOpenWages, holdSheetToLock, markLocked } from "~/data/posts/wage-lock-store.server";
import { buildWageManifest } from "~/data/posts/wage-manifest.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { WageSheetState } from "~/domain/posts/wage";
import { WAGE_SEAL_ALGORITHM } from "~/domain/posts/wage-seal";
import { sealCodeOf } from "~/domain/rosters/seal-code";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type LockWagesRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: WageSheetState }
  /** He wrote the sheet, sent the money or took down a signature. */
  | { readonly kind: "ownWork" }
  /** Names, in the order of the sheet. */
  | {
      readonly kind: "incomplete";
      readonly unpaid: readonly string[];
      readonly unsigned: readonly string[];
    };

interface AskedLock {
  readonly sheetId: string;
  /** The version that was on the screen. */
  readonly version: number;
}

/**
 * Closes a month for good once everybody is paid and has signed: the sheet is locked and its roster sealed
 * over lines, days, payments and signatures, in one transaction.
 */
export function lockWageSheet(
  actor: Actor,
  asked: AskedLock,
  now: Date,
): Promise<Outcome<{ readonly headcount: number }, LockWagesRefusal>> {
  return inTransaction(actor, (tx) => lock(tx, actor, asked, now));
}

async function lock(
  tx: Tx,
  actor: Actor,
  asked: AskedLock,
  now: Date,
): Promise<Outcome<{ readonly headcount: number }, LockWagesRefusal>> {
  const sheet = await holdSheetToLock(tx, asked.sheetId);
  if (sheet === null) return refused({ kind: "notFound" });
  const { id, countyCode, state, rosterId, headcount, label } = sheet;
  if (!may(actor, "wage.lock", countyCode, dayInChina(now))) return refused({ kind: "forbidden" });
  if (state !== "approved" || rosterId === null) return refused({ kind: "wrongState", state });
  if (sheet.version !== asked.version) return refused({ kind: "changedByOthers" });
  if (sheet.hands.includes(actor.userId)) return refused({ kind: "ownWork" });
  const open = await findOpenWages(tx, id);
  if (open.unpaid.length + open.unsigned.length > 0) {
    return refused({ kind: "incomplete", ...open });
  }
  await markLocked(tx, id, { userId: actor.userId, name: actor.name, now });
  const manifest = await buildWageManifest(tx, rosterId, randomBytes(32).toString("hex"));
  const form = sealedForm(manifest);
  const evidenceCount = manifest.proofs.length + manifest.payments.length;
  const seal = { ...form, manifestId: newId(), code: sealCodeOf(randomBytes(20)), evidenceCount };
  const roster = { id: rosterId, countyCode, label, headcount };
  await saveSeal(tx, roster, { ...seal, algorithm: WAGE_SEAL_ALGORITHM }, { actor, now });
  await leaveTrail(tx, {
    ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "wage.lock" },
    ...{ subjectKind: "wageSheet", subjectId: id, countyCode },
    detail: { rosterId, headcount, digest: form.digest.toString("hex") },
  });
  return done({ headcount });
}
