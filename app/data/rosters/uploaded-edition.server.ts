import type { Actor } from "~/domain/access/actor";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import { enqueueJob } from "~/data/jobs/job-store.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import { findPrevious, saveImport, supersede, type Ledger } from "./import-store.server";

/** A received file on its way into a ledger. */
export interface UploadedEdition {
  readonly file: ReceivedFile;
  /** The edition this file corrects, when it is uploaded again. */
  readonly previousImportId: string | null;
}

/** Takes the file as the ledger's next edition and queues its check; answers the import's id. */
export async function takeIn(
  tx: Tx,
  ledger: Ledger,
  { file, previousImportId }: UploadedEdition,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<string> {
  const { countyCode } = ledger;
  const previous = await findPrevious(tx, previousImportId, ledger);
  if (previous !== null) await supersede(tx, previous.id);
  const importId = newId();
  const by = { createdBy: actor.userId, createdAt: now };
  await saveStoredFile(tx, file, { countyCode, purpose: "roster", actor, now });
  await saveImport(tx, {
    id: importId,
    ...ledger,
    fileId: file.id,
    fileName: file.fileName,
    fileSha256: file.sha256,
    previousImportId: previous?.id ?? null,
    edition: (previous?.edition ?? 0) + 1,
    ...by,
  });
  const job = { kind: "checkRosterImport", countyCode, subjectId: importId, payload: {} } as const;
  await enqueueJob(tx, { ...job, ...by });
  return importId;
}
