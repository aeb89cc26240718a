import { saveAcknowledgement } from "~/data/evidence/acknowledgement-store.server";
import { closeUpStanding } from "~/data/evidence/close-up-standing.server";
import { storePlainPhoto } from "~/data/evidence/ink-file.server";
import { holdConsent } from "~/data/evidence/consent-store.server";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { removeStoredFile } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CloseUpRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "notSwitchedOn" }
  | { readonly kind: "noConsent" }
  | { readonly kind: "noPicture" };

/**
 * Keeps a picture of a print as evidence, only where the county allows it and the person has agreed
 * to this very thing. It is never compared, measured or indexed.
 */
export async function takeCloseUp(
  actor: Actor,
  asked: { readonly rosterId: string; readonly lineId: string; readonly photo: ReceivedFile },
  now: Date,
): Promise<Outcome<null, CloseUpRefusal>> {
  const stored = await storePlainPhoto(asked.photo, "fingerprint.jpg");
  if (!stored.ok) return stored;
  const outcome = await save(actor, asked, stored.value, now);
  if (!outcome.ok) await removeStoredFile(stored.value.id);
  return outcome;
}

function save(
  actor: Actor,
  { rosterId, lineId }: { readonly rosterId: string; readonly lineId: string },
  file: ReceivedFile,
  now: Date,
): Promise<Outcome<null, CloseUpRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const standing = await closeUpStanding(tx, rosterId, lineId, today);
    if (standing === null) return refused({ kind: "notFound" });
    const { countyCode, lineVersion, consent } = standing;
    if (!may(actor, "proof.record", countyCode, today)) return refused({ kind: "forbidden" });
    if (standing.isSealed) return refused({ kind: "sealed" });
    if (!standing.isSwitchedOn) return refused({ kind: "notSwitchedOn" });
    if (consent === null || !(await holdConsent(tx, consent.id))) {
      return refused({ kind: "noConsent" });
    }
    await saveStoredFile(tx, file, { countyCode, purpose: "fingerprint", actor, now });
    await saveAcknowledgement(tx, {
      ...{ rosterId, lineId, lineVersion, countyCode, element: "FINGERPRINT", method: "closeUp" },
      ...{ fileId: file.id, noticeId: consent.noticeId, witness: actor.name },
      ...{ givenAt: now, recordedBy: actor.userId, recordedAt: now },
    });
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "signing.closeUp" },
      ...{ subjectKind: "rosterLine", subjectId: lineId, countyCode },
      detail: { rosterId, consentId: consent.id },
    });
    return done(null);
  });
}
