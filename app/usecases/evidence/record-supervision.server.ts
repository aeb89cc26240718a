import { lockEvidenceClass } from "~/data/evidence/evidence-class-store.server";
import type { SignaturePicture } from "~/data/evidence/supervision-picture.server";
import {
  spotCheckAnswers,
  supervisionSituation,
} from "~/data/evidence/supervision-situation.server";
import { saveSupervision } from "~/data/evidence/supervision-store.server";
import { saveStoredFile } from "~/data/files/file-store.server";
import { leaveClassTrail } from "~/data/training/session-class-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  partyOf,
  supervisionObstacle,
  type SupervisionObstacle,
} from "~/domain/evidence/supervision-checks";
import type { SupervisionForm } from "~/domain/evidence/supervision-form";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RecordSupervisionRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "answersMissing"; readonly lineIds: readonly string[] }
  | SupervisionObstacle;

export interface SupervisionToRecord {
  readonly classId: string;
  readonly form: SupervisionForm;
  /** Every typed field: the answers of the sampled trainees are read from it. */
  readonly fields: Readonly<Record<string, string>>;
  /** In the evidence store already; whoever stored it removes it when this is refused. */
  readonly signature: SignaturePicture;
}

/** One look at a class, signed by who looked; for which party, his roles say. */
export function recordSupervision(
  actor: Actor,
  { classId, form, fields, signature }: SupervisionToRecord,
  now: Date,
): Promise<Outcome<{ readonly recordId: string }, RecordSupervisionRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await lockEvidenceClass(tx, classId);
    if (one === null || !may(actor, "class.read", one.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    const { countyCode } = one;
    if (!may(actor, "supervision.write", countyCode, today)) return refused({ kind: "forbidden" });
    const { way, heldOn, outsideReason, headcountSeen, sessionId } = form;
    const { observations, problems, advice } = form;
    const situation = await supervisionSituation(tx, actor, one, { sessionId, today });
    const obstacle = supervisionObstacle(form, situation);
    const party = partyOf(situation.mayBe, form.party);
    if (obstacle !== null || party === null) return refused(obstacle ?? { kind: "partyMissing" });
    const { seed, asked, missing } = await spotCheckAnswers(tx, actor, one, form, fields);
    if (missing.length > 0 || (way !== "onSite" && asked.length === 0)) {
      return refused({ kind: "answersMissing", lineIds: missing });
    }
    const { file, kind } = signature;
    await saveStoredFile(tx, file, { countyCode, purpose: "supervision", actor, now });
    const record = {
      ...{ classId, countyCode, party, way, heldOn, outsideReason, headcountSeen },
      ...{ observations, problems, advice, sampleSeed: seed },
      ...{ signedBy: actor.userId, signerName: actor.name, signerOffice: actor.organisationName },
      signedAt: now,
      sessionId: sessionId === "" ? null : sessionId,
      inkFileId: kind === "ink" ? file.id : null,
      paperFileId: kind === "paper" ? file.id : null,
    };
    const recordId = await saveSupervision(tx, record, asked);
    const denied = asked.filter(({ outcome }) => outcome === "DENIED").length;
    const facts = { recordId, party, way, startsOn: heldOn };
    const detail = { ...facts, headcount: asked.length, denied };
    await leaveClassTrail(tx, actor, one, { action: "supervision.record", at: now, detail });
    return done({ recordId });
  });
}
