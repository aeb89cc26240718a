import type { ClientBase } from "pg";
import { checkSeals } from "~/data/evidence/seals-check.server";
import { checkStoredFiles } from "~/data/evidence/stored-file-check.server";
import { examineTrail } from "~/data/trail/examine-trail.server";
import type { EvidenceProblem, EvidenceReport } from "~/domain/evidence/evidence-problem";
import { BREAK_LABELS, type Verdict } from "~/domain/trail/verdict";
import type { Db } from "~/platform/prisma/client.server";

/** The owner, whom row-level security does not bind, on both kinds of connection. */
export interface OwnerConnections {
  readonly db: Db;
  readonly client: ClientBase;
}

/**
 * Opens every stored file, works out every seal and the whole trail anew, and names whatever is not as
 * it was left. Changes nothing.
 */
export async function verifyEvidence(owner: OwnerConnections): Promise<EvidenceReport> {
  const files = await checkStoredFiles(owner.client);
  const seals = await checkSeals(owner.db);
  const trail = await examineTrail(owner.client, null);
  return {
    files: files.count,
    seals: seals.count,
    trailEvents: trail.kind === "intact" ? trail.count : 0,
    problems: [...files.problems, ...seals.problems, ...brokenTrail(trail)],
  };
}

function brokenTrail(verdict: Verdict): readonly EvidenceProblem[] {
  switch (verdict.kind) {
    case "intact":
      return [];
    case "broken": {
      const row = String(verdict.seq);
      const message = BREAK_LABELS[verdict.how];
      return [{ table: "trail_event", row, place: `操作留痕第 ${row} 条`, message }];
    }
  }
}
