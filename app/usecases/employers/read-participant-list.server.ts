import { findFair } from "~/data/employers/job-fair-store.server";
import { readParticipantFile } from "~/data/employers/participant-file.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { readPastedNumbers, type ParticipantRow } from "~/domain/employers/fair-participant-row";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { knownRegionCodes } from "~/platform/reference/region-codes.server";

export type ReadListRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "unreadable"; readonly message: string };

/** What was pasted, and the file that was sent, if one was. */
export interface ParticipantList {
  readonly numbers: string;
  readonly file: { readonly id: string; readonly fileName: string } | null;
}

/** The rows of a list for whoever may add them: the pasted lines, then those of the file. Writes nothing. */
export async function readParticipantList(
  actor: Actor,
  fairId: string,
  { numbers, file }: ParticipantList,
  now: Date,
): Promise<Outcome<readonly ParticipantRow[], ReadListRefusal>> {
  const today = dayInChina(now);
  const fair = await inTransaction(actor, (tx) => findFair(tx, fairId));
  if (fair === null) return refused({ kind: "notFound" });
  if (!may(actor, "jobFair.write", fair.countyCode, today)) return refused({ kind: "forbidden" });
  const pasted = readPastedNumbers(numbers, { today, knownRegions: knownRegionCodes() });
  if (file === null) return done(pasted);
  const read = await readParticipantFile(file, today);
  if (!read.ok) return refused({ kind: "unreadable", message: read.refusal.message });
  return done([...pasted, ...read.value]);
}
