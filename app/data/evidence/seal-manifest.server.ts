import { createHash } from "node:crypto";
import type { WageManifest } from "~/domain/posts/wage-seal";
import { SEAL_ALGORITHM, type SealManifest } from "~/domain/rosters/seal";
import { canonicalJson } from "~/domain/rosters/seal-text";
import type { Tx } from "~/platform/prisma/client.server";
import * as course from "./seal-manifest-course.server";
import * as people from "./seal-manifest-people.server";
import * as supervision from "./seal-manifest-supervision.server";

/** The manifest of a roster as its rows stand in this transaction, under the salt of its seal. */
export async function buildManifest(tx: Tx, rosterId: string, salt: string): Promise<SealManifest> {
  const roster = await course.manifestRoster(tx, rosterId);
  return {
    ...{ algorithm: SEAL_ALGORITHM, salt, roster },
    filing: await course.manifestFiling(tx, roster.classId),
    documents: await course.manifestDocuments(tx, roster.classId),
    lines: await people.manifestLines(tx, rosterId, salt),
    verifications: await people.manifestVerifications(tx, rosterId),
    batches: await people.manifestBatches(tx, rosterId),
    proofs: await people.manifestProofs(tx, rosterId),
    pages: await people.manifestPages(tx, rosterId),
    sessions: await course.manifestSessions(tx, roster.classId),
    attendance: await course.manifestAttendance(tx, roster.classId),
    corrections: await course.manifestCorrections(tx, roster.classId),
    results: await people.manifestResults(tx, rosterId),
    supervision: await supervision.manifestSupervision(tx, roster.classId),
    spotChecks: await supervision.manifestSpotChecks(tx, roster.classId),
    media: await course.manifestMedia(tx, roster.classId),
    notices: await people.manifestNotices(tx, rosterId),
  };
}

/** The bytes that are hashed and kept, and their SHA-256. */
export function sealedForm(manifest: SealManifest | WageManifest): {
  bytes: Buffer;
  digest: Buffer;
} {
  const bytes = Buffer.from(canonicalJson(manifest), "utf8");
  return { bytes, digest: createHash("sha256").update(bytes).digest() };
}
