import { readAllocationWorkbook } from "~/data/funds/allocation-workbook.server";
import type { ReceivedFile } from "~/data/files/file-store.server";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere } from "~/domain/access/policy";
import type { AllocationDraft } from "~/domain/funds/allocation-draft";
import { refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type ReadAllocationRefusal =
  { readonly kind: "forbidden" } | { readonly kind: "unreadable"; readonly message: string };

/** Reads an uploaded table for the form to show; nothing of it is kept. */
export async function readAllocationFile(
  actor: Actor,
  file: Pick<ReceivedFile, "id" | "fileName">,
  now: Date,
): Promise<Outcome<AllocationDraft, ReadAllocationRefusal>> {
  if (!mayAnywhere(actor, "allocation.write", dayInChina(now))) {
    return refused({ kind: "forbidden" });
  }
  const read = await readAllocationWorkbook(file);
  return read.ok ? read : refused({ kind: "unreadable", message: read.refusal });
}
