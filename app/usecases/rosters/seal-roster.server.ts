import { randomBytes } from "node:crypto";
import { gatherGateFacts } from "~/data/evidence/gate-facts.server";
import { buildManifest, sealedForm } from "~/data/evidence/seal-manifest.server";
import { findSealHands, lockRosterToSeal, saveSeal } from "~/data/evidence/seal-store.server";
import { leaveRosterTrail } from "~/data/rosters/roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { examine, missingOf } from "~/domain/evidence/completeness";
import { canSeal } from "~/domain/rosters/roster";
import { SEAL_ALGORITHM } from "~/domain/rosters/seal";
import { sealCodeOf } from "~/domain/rosters/seal-code";
import { maySealOthersWork, type SealRefusal } from "~/domain/rosters/seal-refusal";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

interface AskedSeal {
  readonly rosterId: string;
  /** The version that was on the screen. */
  readonly version: number;
}

/**
 * Closes a roster for good. Under the roster's lock the gate is passed again and everything is read
 * for the digest: what was examined is what is sealed, and of two who seal at once one is refused.
 */
export function sealRoster(
  actor: Actor,
  asked: AskedSeal,
  now: Date,
): Promise<Outcome<{ readonly headcount: number }, SealRefusal>> {
  return inTransaction(actor, (tx) => seal(tx, actor, asked, now));
}

async function seal(
  tx: Tx,
  actor: Actor,
  asked: AskedSeal,
  now: Date,
): Promise<Outcome<{ readonly headcount: number }, SealRefusal>> {
  const roster = await lockRosterToSeal(tx, asked.rosterId);
  if (roster === null) return refused({ kind: "notFound" });
  const { id, state, countyCode, headcount } = roster;
  if (!may(actor, "roster.seal", countyCode, dayInChina(now))) {
    return refused({ kind: "forbidden" });
  }
  if (!canSeal(state)) return refused({ kind: "wrongState", state });
  if (roster.version !== asked.version) return refused({ kind: "changedByOthers" });
  if (!maySealOthersWork(actor.userId, await findSealHands(tx, roster))) {
    return refused({ kind: "ownWork" });
  }
  const missing = missingOf(examine(await gatherGateFacts(tx, id))).length;
  if (missing > 0) return refused({ kind: "incomplete", missing });
  const manifest = await buildManifest(tx, id, randomBytes(32).toString("hex"));
  const { bytes, digest } = sealedForm(manifest);
  const evidenceCount =
    manifest.proofs.length + manifest.media.length + manifest.supervision.length;
  const manifestId = newId();
  const facts = { code: sealCodeOf(randomBytes(20)), algorithm: SEAL_ALGORITHM, evidenceCount };
  await saveSeal(tx, roster, { ...facts, manifestId, bytes, digest }, { actor, now });
  await leaveRosterTrail(tx, actor, roster, "roster.seal", now, {
    headcount,
    digest: digest.toString("hex"),
  });
  return done({ headcount });
}
