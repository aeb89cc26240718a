import type { JobFairForm } from "~/domain/employers/job-fair";
import type { WorkshopForm } from "~/domain/employers/workshop";
import type { Tx } from "~/platform/prisma/client.server";

// A form sent twice makes no second row. Rows that stand twice already are left alone, so a unique key cannot say it:
// whoever asks keeps others who write the same out until his transaction ends.

/** Whether the county has another standing fair of that name and first day; `id` is its own, where it has one. */
export async function hasFairTwin(
  tx: Tx,
  countyCode: string,
  { name, heldOn }: JobFairForm,
  id: string,
): Promise<boolean> {
  await holdAlone(tx, ["job fair", countyCode, name, heldOn]);
  const where = { countyCode, name, heldOn: new Date(heldOn), removedAt: null, id: { not: id } };
  return (await tx.jobFair.count({ where })) > 0;
}

/**
 * Whether the employer has another workshop of that name in the county by the same document, not withdrawn: one
 * document may recognise two of its workshops, which have two names.
 */
export async function hasWorkshopTwin(
  tx: Tx,
  of: { readonly countyCode: string; readonly employerId: string; readonly id: string },
  { name, documentNumber }: WorkshopForm,
): Promise<boolean> {
  const { countyCode, employerId, id } = of;
  await holdAlone(tx, ["workshop", countyCode, employerId, name, documentNumber]);
  const same = { countyCode, employerId, name, documentNumber };
  const where = { ...same, withdrawnOn: null, id: { not: id } };
  return (await tx.povertyWorkshop.count({ where })) > 0;
}

async function holdAlone(tx: Tx, words: readonly string[]): Promise<void> {
  const key = JSON.stringify(words);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}
