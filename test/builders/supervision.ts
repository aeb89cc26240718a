import { Readable } from "node:stream";
import { drawSpotCheck } from "~/data/evidence/spot-check-draw.server";
import type { Actor } from "~/domain/access/actor";
import type { Ink } from "~/domain/evidence/ink";
import type { SpotCheckOutcome } from "~/domain/evidence/spot-check";
import { outcomeField, supervisionForm } from "~/domain/evidence/supervision-form";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { recordSupervision } from "~/usecases/evidence/record-supervision.server";

/** A hand that writes from edge to edge. */
export const SIGNATURE: Ink = {
  width: 400,
  height: 200,
  strokes: [
    [
      [40, 120],
      [120, 60],
      [200, 130],
    ],
    [
      [210, 60],
      [300, 140],
      [360, 70],
    ],
  ],
};

/** The fields of the form; a visit to two trainees on 2020-06-03 unless told. */
export type SupervisionFields = Readonly<Record<string, string>>;

export const VISIT: SupervisionFields = {
  party: "",
  way: "visit",
  heldOn: "2020-06-03",
  outsideReason: "",
  sessionId: "",
  headcountSeen: "",
  observations: "走访两名学员，授课正常。",
  problems: "",
  advice: "",
  sampled: "2",
};

/** A supervision record by the use case, signed with ink; whoever is sampled says `outcome`. */
export async function recordedSupervision(
  actor: Actor,
  classId: string,
  change: SupervisionFields = {},
  now = new Date("2020-06-10T02:00:00Z"),
  outcome: SpotCheckOutcome = "CONFIRMED",
) {
  const typed = { ...VISIT, ...change };
  const form = supervisionForm.parse(typed);
  const roster = await inTransaction(actor, (tx) =>
    tx.roster.findUnique({ where: { classId }, select: { id: true } }),
  );
  const who = { classId, rosterId: roster?.id ?? null, userId: actor.userId };
  const draw = await inTransaction(actor, (tx) => drawSpotCheck(tx, who, form.sampled ?? 0));
  const answers = draw.trainees.map(({ lineId }) => [outcomeField(lineId), outcome] as const);
  const fields = { ...typed, ...Object.fromEntries(answers) };
  const signature = { ink: SIGNATURE, photo: null };
  return recordSupervision(actor, { classId, form, fields, ...signature }, now);
}

/** A picture as an upload form leaves it in the store. */
export async function uploadedPicture(bytes: Buffer, fileName = "签字页.jpg") {
  const id = newId();
  return { id, fileName, ...(await storeFile(id, Readable.from([bytes]), 1e9)) };
}
