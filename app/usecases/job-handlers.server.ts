import type { JobKind } from "~/domain/jobs/job";
import type { JobHandler } from "~/platform/jobs/job-runner.server";
import { recheckClaims } from "~/usecases/claims/recheck-claims.server";
import { readScans } from "~/usecases/evidence/read-scans.server";
import { readMedia } from "~/usecases/evidence/read-media.server";
import { importRegistry } from "~/usecases/registry/import-registry.server";
import { checkRosterImport } from "~/usecases/rosters/check-roster-import.server";
import { commitRosterImport } from "~/usecases/rosters/commit-roster-import.server";

/** Every kind of long work and who does it. */
export const jobHandlers: Readonly<Record<JobKind, JobHandler>> = {
  checkRosterImport,
  commitRosterImport,
  importRegistry,
  readMedia,
  readScans,
  recheckClaims,
};
