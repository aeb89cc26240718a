import type { OtherJob } from "~/domain/posts/engagement-findings";
import type { Tx } from "~/platform/prisma/client.server";

/**
 * The jobs that fall into the days of these posts as both stand now, by the post's id; posts without one are not in
 * the answer. Another county's job has its days only, and a placement that is the post itself is none.
 */
export async function jobsBesidePosts(
  tx: Tx,
  appointmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OtherJob[]>> {
  if (appointmentIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(OtherJob & { readonly id: string })[]>`
    WITH asked AS (
      SELECT *, row_number() OVER (ORDER BY id) AS at FROM post_appointment
      WHERE id = ANY (${appointmentIds}::text[]::uuid[]) AND removed_at IS NULL),
    lists AS (
      SELECT array_agg(id_index ORDER BY at) AS who, array_agg(starts_on ORDER BY at) AS since,
        array_agg(coalesce(left_on, ends_on) ORDER BY at) AS until,
        array_agg(county_code ORDER BY at) AS county, array_agg(employer ORDER BY at) AS employer
      FROM asked)
    SELECT asked.id::text, j.subject_id::text AS "subjectId", j.label,
      j.starts_on::text AS "startsOn", j.ends_on::text AS "endsOn"
    FROM lists l, jobs_beside_post(l.who, l.since, l.until, l.county, l.employer) j
      JOIN asked ON asked.at = j.at
    ORDER BY asked.at, j.starts_on`;
  const found = new Map<string, OtherJob[]>();
  for (const { id, ...job } of rows) found.set(id, [...(found.get(id) ?? []), job]);
  return found;
}
