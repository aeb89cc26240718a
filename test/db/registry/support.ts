import { Readable } from "node:stream";
import type { Actor } from "~/domain/access/actor";
import { day } from "~/domain/shared/calendar-date";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { runOneJob } from "~/platform/jobs/job-runner.server";
import { platform } from "~/platform/platform.server";
import { jobHandlers } from "~/usecases/job-handlers.server";
import { uploadRegistry } from "~/usecases/registry/upload-registry.server";

export const MOUDING = "532323";
export const WUDING = "532329";
export const CHUXIONG = "532300";
export const TOP = { after: null, before: null };
export const NOW = new Date("2020-07-01T02:00:00Z");

export { jobHandlers as handlers };

async function received(bytes: Buffer, fileName: string) {
  const id = newId();
  const stored = await storeFile(id, Readable.from([bytes]), 1e9);
  return { id, fileName, ...stored };
}

/** Uploads an export of 牟定 (unless told otherwise), which then waits for its reading. */
export async function upload(
  actor: Actor,
  bytes: Buffer,
  given: { regionCode?: string; exportedOn?: string; fileName?: string } = {},
) {
  const { regionCode = MOUDING, exportedOn, fileName = "导出.xlsx" } = given;
  const file = await received(bytes, fileName);
  const on = exportedOn === undefined ? null : day(exportedOn);
  return uploadRegistry(actor, { regionCode, exportedOn: on, file }, NOW);
}

/** Uploads an export and has it read; answers the snapshot. */
export async function imported(
  actor: Actor,
  bytes: Buffer,
  given: Parameters<typeof upload>[2] = {},
) {
  const outcome = await upload(actor, bytes, given);
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  await runOneJob(jobHandlers);
  return outcome.value;
}

/** Takes the job on this snapshot as a worker does. */
export async function claimedJob(subjectId: string) {
  const { rows } = await platform().pool.query(
    `SELECT id, kind, county_code AS "countyCode", subject_id AS "subjectId", payload,
       created_by AS "createdBy" FROM claim_job(now(), interval '30 s')`,
  );
  const job = rows[0];
  if (job?.subjectId !== subjectId) throw new Error("another job was waiting");
  return job;
}
