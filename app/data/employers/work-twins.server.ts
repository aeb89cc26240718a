import type { JobFairForm } from "~/domain/employers/job-fair";
import type { WorkshopForm } from "~/domain/employers/workshop";
import type { Tx } from "~/platform/prisma/client.server";

// A form sent twice makes no second row. Rows that stand twice already are left alone, so a unique key cannot say it:
// whoever asks keeps others who write the same out until his transaction ends.

/** A row as it stands, or one that is about to be written. */
interface Fair {
  readonly id: string;
  readonly countyCode: string;
  readonly label?: string;
  readonly heldOn?: string;
}

/** Whether the fair would come to stand beside another of its name and first day in the county. */
export async function hasFairTwin(
  tx: Tx,
  { id, countyCode, ...stood }: Fair,
  { name, heldOn }: JobFairForm,
): Promise<boolean> {
  // One of two that stand alike from before can be corrected in everything else.
  if (stood.label === name && stood.heldOn === heldOn) return false;
  await holdAlone(tx, ["job fair", countyCode, name, heldOn]);
  const where = { countyCode, name, heldOn: new Date(heldOn), removedAt: null, id: { not: id } };
  return (await tx.jobFair.count({ where })) > 0;
}

interface Workshop {
  readonly id: string;
  readonly countyCode: string;
  readonly employerId: string;
  readonly label?: string;
  readonly documentNumber?: string;
}

/**
 * Whether the employer has another workshop of that name in the county by the same document, not withdrawn: one
 * document may recognise two of its workshops, which have two names.
 */
export async function hasWorkshopTwin(
  tx: Tx,
  { id, countyCode, employerId, ...stood }: Workshop,
  { name, documentNumber }: WorkshopForm,
): Promise<boolean> {
  if (stood.label === name && stood.documentNumber === documentNumber) return false;
  await holdAlone(tx, ["workshop", countyCode, employerId, name, documentNumber]);
  const same = { countyCode, employerId, name, documentNumber };
  const where = { ...same, withdrawnOn: null, id: { not: id } };
  return (await tx.povertyWorkshop.count({ where })) > 0;
}

async function holdAlone(tx: Tx, words: readonly string[]): Promise<void> {
  const key = JSON.stringify(words);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}
