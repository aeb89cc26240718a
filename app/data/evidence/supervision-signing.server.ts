import { saveStoredFile } from "~/data/files/file-store.server";
import type { Actor } from "~/domain/access/actor";
import type { SupervisionParty } from "~/domain/evidence/supervision";
import type { SupervisionForm } from "~/domain/evidence/supervision-form";
import type { Tx } from "~/platform/prisma/client.server";
import type { EvidenceClass } from "./evidence-class-store.server";
import type { SignaturePicture } from "./supervision-picture.server";
import type { SpotCheckAnswers } from "./supervision-situation.server";
import { saveSupervision } from "./supervision-store.server";

export interface SupervisionToSign {
  readonly actor: Actor;
  readonly one: EvidenceClass;
  readonly party: SupervisionParty;
  readonly form: SupervisionForm;
  readonly answers: SpotCheckAnswers;
  readonly signature: SignaturePicture;
  readonly now: Date;
}

/** Writes the record with its signature in the name of who looked; answers its id. */
export async function saveSigned(tx: Tx, signed: SupervisionToSign): Promise<string> {
  const { actor, one, party, form, answers, signature, now } = signed;
  const { countyCode } = one;
  const { file, kind } = signature;
  await saveStoredFile(tx, file, { countyCode, purpose: "supervision", actor, now });
  const { way, heldOn, outsideReason, headcountSeen, sessionId } = form;
  const { observations, problems, advice } = form;
  const record = {
    ...{ classId: one.id, countyCode, party, way, heldOn, outsideReason, headcountSeen },
    ...{ observations, problems, advice, sampleSeed: answers.seed },
    ...{ signedBy: actor.userId, signerName: actor.name, signerOffice: actor.organisationName },
    signedAt: now,
    sessionId: sessionId === "" ? null : sessionId,
    inkFileId: kind === "ink" ? file.id : null,
    paperFileId: kind === "paper" ? file.id : null,
  };
  return saveSupervision(tx, record, answers.asked);
}
