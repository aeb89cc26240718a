import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import type { Actor } from "~/domain/access/actor";
import type { Outcome } from "~/domain/shared/outcome";
import { trainingClassForm } from "~/domain/training/training-class";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { runOneJob } from "~/platform/jobs/job-runner.server";
import { jobHandlers } from "~/usecases/job-handlers.server";
import { uploadRegistry } from "~/usecases/registry/upload-registry.server";
import { requestCommit } from "~/usecases/rosters/request-commit.server";
import { uploadRoster } from "~/usecases/rosters/upload-roster.server";
import { createClass } from "~/usecases/training/create-class.server";

export const NOW = new Date("2020-07-01T02:00:00Z");

/** A sample workbook as received by the upload form. */
export async function sample(name: string) {
  return received(await readFile(`prisma/demo/${name}`), name);
}

export async function received(bytes: Buffer, fileName: string) {
  const id = newId();
  const stored = await storeFile(id, Readable.from([bytes]), 1e9);
  return { id, fileName, ...stored };
}

export async function workOff(): Promise<void> {
  while (await runOneJob(jobHandlers));
}

export async function loadSampleRegistry(actor: Actor): Promise<void> {
  const file = await sample("registry-export.xlsx");
  value(await uploadRegistry(actor, { regionCode: "532300", exportedOn: null, file }, NOW));
  await workOff();
}

let terms = 0;

/** A class of two weeks in June 2020, unless told otherwise. */
export async function newClass(
  actor: Actor,
  countyCode: string,
  days = ["2020-06-01", "2020-06-15"],
) {
  terms += 1;
  const form = trainingClassForm.parse({
    countyCode,
    name: "家政服务员",
    term: `第${terms}期`,
    trade: "家政服务员",
    place: "",
    providerName: "",
    startsOn: days[0],
    endsOn: days[1],
  });
  return value(await createClass(actor, form, NOW));
}

/** Uploads and checks; answers the import's id. */
export async function checkedImport(
  actor: Actor,
  classId: string,
  file: Awaited<ReturnType<typeof sample>>,
  previousImportId: string | null = null,
): Promise<string> {
  const { importId } = value(await uploadRoster(actor, { classId, file, previousImportId }, NOW));
  await workOff();
  return importId;
}

export async function commit(actor: Actor, importId: string, mode: "all" | "goodOnly" = "all") {
  value(await requestCommit(actor, importId, mode, NOW));
  await workOff();
}

/** The value of an outcome that must not be a refusal. */
export function value<T>(outcome: Outcome<T, { readonly kind: string }>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${outcome.refusal.kind}`);
}
