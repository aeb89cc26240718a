import { lockEvidenceClass } from "~/data/evidence/evidence-class-store.server";
import { withSignature, type GivenSignature } from "~/data/evidence/supervision-picture.server";
import { saveSigned } from "~/data/evidence/supervision-signing.server";
import {
  spotCheckAnswers,
  supervisionSituation,
} from "~/data/evidence/supervision-situation.server";
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
  | { readonly kind: "notSigned" }
  | { readonly kind: "answersMissing"; readonly lineIds: readonly string[] }
  | SupervisionObstacle;

export interface SupervisionToRecord extends GivenSignature {
  readonly classId: string;
  readonly form: SupervisionForm;
  /** Every typed field: the answers of the sampled trainees are read from it. */
  readonly fields: Readonly<Record<string, string>>;
}

type Recorded = Outcome<{ readonly recordId: string }, RecordSupervisionRefusal>;

/** One look at a class, signed by who looked; for which party, his roles say. */
export async function recordSupervision(
  actor: Actor,
  { classId, form, fields, ink, photo }: SupervisionToRecord,
  now: Date,
): Promise<Recorded> {
  const today = dayInChina(now);
  const outcome = await withSignature({ ink, photo }, (signature) =>
    inTransaction<Recorded>(actor, async (tx) => {
      const one = await lockEvidenceClass(tx, classId);
      if (one === null || !may(actor, "class.read", one.countyCode, today)) {
        return refused({ kind: "notFound" });
      }
      if (!may(actor, "supervision.write", one.countyCode, today)) {
        return refused({ kind: "forbidden" });
      }
      const { sessionId, way, heldOn } = form;
      const situation = await supervisionSituation(tx, actor, one, { sessionId, today });
      const obstacle = supervisionObstacle(form, situation);
      const party = partyOf(situation.mayBe, form.party);
      if (obstacle !== null || party === null) return refused(obstacle ?? { kind: "partyMissing" });
      const answers = await spotCheckAnswers(tx, actor, one, form, fields);
      const { asked, missing } = answers;
      if (missing.length > 0 || (way !== "onSite" && asked.length === 0)) {
        return refused({ kind: "answersMissing", lineIds: missing });
      }
      const signed = { actor, one, party, form, answers, signature, now };
      const recordId = await saveSigned(tx, signed);
      const denied = asked.filter((person) => person.outcome === "DENIED").length;
      const facts = { recordId, party, way, startsOn: heldOn };
      const detail = { ...facts, headcount: asked.length, denied };
      await leaveClassTrail(tx, actor, one, { action: "supervision.record", at: now, detail });
      return done({ recordId });
    }),
  );
  return outcome ?? refused({ kind: "notSigned" });
}
