import type { Actor } from "~/domain/access/actor";
import { classDays, partiesOf } from "~/domain/evidence/supervision";
import type { SupervisionSituation } from "~/domain/evidence/supervision-checks";
import {
  readOutcomes,
  type AskedTrainee,
  type SupervisionForm,
} from "~/domain/evidence/supervision-form";
import type { Tx } from "~/platform/prisma/client.server";
import type { EvidenceClass } from "./evidence-class-store.server";
import { drawSpotCheck } from "./spot-check-draw.server";
import { findHeldSession, partiesSignedFor } from "./supervision-store.server";

/** What a record of the person about the class has to be measured by, on the day (`YYYY-MM-DD`). */
export async function supervisionSituation(
  tx: Tx,
  actor: Actor,
  one: EvidenceClass,
  { sessionId, today }: { readonly sessionId: string; readonly today: string },
): Promise<SupervisionSituation> {
  const session = await findHeldSession(tx, one.id, sessionId);
  return {
    isSealed: one.isSealed,
    runsClass: one.runBy.includes(actor.userId),
    mayBe: partiesOf(actor, one.countyCode, today),
    hasBeen: await partiesSignedFor(tx, one.id, actor.userId),
    days: classDays(one),
    sessionOn: session?.heldOn ?? null,
    today,
  };
}

export interface SpotCheckAnswers {
  /** Empty when nobody was drawn. */
  readonly seed: string;
  readonly asked: readonly AskedTrainee[];
  /** Drawn, but without an answer. */
  readonly missing: readonly string[];
}

/** What the form says of exactly those trainees who were drawn for the person. */
export async function spotCheckAnswers(
  tx: Tx,
  actor: Actor,
  one: EvidenceClass,
  form: SupervisionForm,
  fields: Readonly<Record<string, string>>,
): Promise<SpotCheckAnswers> {
  const who = { classId: one.id, rosterId: one.rosterId, userId: actor.userId };
  const draw = await drawSpotCheck(tx, who, form.sampled ?? 0);
  const lineIds = draw.trainees.map(({ lineId }) => lineId);
  const answers = readOutcomes(fields, lineIds);
  return {
    seed: lineIds.length === 0 ? "" : draw.seed,
    asked: answers.filter((answer) => answer !== null),
    missing: lineIds.filter((_, index) => answers[index] === null),
  };
}
