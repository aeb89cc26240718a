import type { RegistryAnswer, VerificationEvent } from "~/domain/evidence/verification-event";
import type { Tx } from "~/platform/prisma/client.server";

/** What the registry last said of a line for either event; null: it was never asked. */
export interface LineVerification {
  readonly lineId: string;
  readonly opening: RegistryAnswer | null;
  readonly completion: RegistryAnswer | null;
}

/**
 * The latest answer of either event for every standing line, in the order of the roster. Until a
 * line is verified for the opening, what its import found stands in.
 */
export async function listLineVerifications(
  tx: Tx,
  rosterId: string,
): Promise<readonly LineVerification[]> {
  const found = await importAnswers(tx, rosterId);
  const answers = await latestAnswers(tx, rosterId);
  return found.map(({ lineId, ...answer }) => ({
    lineId,
    opening: answers.get(`opening:${lineId}`) ?? asImported(answer),
    completion: answers.get(`completion:${lineId}`) ?? null,
  }));
}

interface Stored extends RegistryAnswer {
  readonly lineId: string;
}

async function latestAnswers(tx: Tx, rosterId: string) {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT DISTINCT ON (line_id, event) line_id AS "lineId", event, event_on::text AS "eventOn",
      verified_on::text AS "verifiedOn", category
    FROM verification WHERE roster_id = ${rosterId}::uuid
    ORDER BY line_id, event, recorded_at DESC, id DESC`;
  return new Map<string, RegistryAnswer>(
    rows.map(({ lineId, ...answer }) => [`${answer.event}:${lineId}`, answer]),
  );
}

interface ImportAnswer {
  /** Null: no registry export covered the county when the line was imported. */
  readonly verifiedOn: string | null;
  readonly category: string | null;
  readonly startsOn: string;
  readonly isOfThatDay: boolean;
}

/**
 * The import asked the export that was in force for the first day of then, and did not write that
 * day down. The answer is for today's first day when the same export is the one to ask for it, by
 * what was known at the import or is now; a class moved across exports has to be asked anew.
 */
async function importAnswers(tx: Tx, rosterId: string) {
  return tx.$queryRaw<(ImportAnswer & { readonly lineId: string })[]>`
    WITH lines AS (
      SELECT l.id, l.line_no, l.verified_category, l.verified_snapshot_id, l.county_code,
        coalesce(s.exported_on, l.verified_on)::text AS verified_on, c.starts_on, l.created_at
      FROM roster r JOIN training_class c ON c.id = r.class_id
        JOIN roster_line l ON l.roster_id = r.id AND l.removed_at IS NULL
        LEFT JOIN registry_snapshot s ON s.id = l.verified_snapshot_id
      WHERE r.id = ${rosterId}::uuid),
    imports AS (
      SELECT county_code, starts_on, created_at, (SELECT s.id FROM registry_snapshot s
          WHERE s.state = 'ready' AND s.imported_at <= f.created_at AND s.region_code IN
            (f.county_code, left(f.county_code, 4) || '00', left(f.county_code, 2) || '0000')
          ORDER BY s.exported_on > f.starts_on, abs(s.exported_on - f.starts_on),
            s.imported_at DESC LIMIT 1) AS then_id,
        snapshot_in_force(county_code, starts_on) AS now_id
      FROM (SELECT DISTINCT county_code, starts_on, created_at FROM lines
        WHERE verified_snapshot_id IS NOT NULL) AS f)
    SELECT l.id AS "lineId", l.verified_on AS "verifiedOn", l.verified_category AS category,
      l.starts_on::text AS "startsOn",
      l.verified_snapshot_id IS NULL
        OR coalesce(l.verified_snapshot_id IN (i.then_id, i.now_id), false) AS "isOfThatDay"
    FROM lines l LEFT JOIN imports i USING (county_code, starts_on, created_at)
    ORDER BY l.line_no, l.id`;
}

function asImported({ verifiedOn, category, startsOn, isOfThatDay }: ImportAnswer) {
  if (verifiedOn === null) return null;
  const event: VerificationEvent = "opening";
  return { event, eventOn: isOfThatDay ? startsOn : verifiedOn, verifiedOn, category };
}
