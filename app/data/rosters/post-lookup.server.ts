import type { ClientBase } from "pg";
import { checkAppointments, type AppointmentToCheck } from "~/data/posts/appointment-checks.server";
import { gapDaysOf } from "~/data/posts/appointment-answers.server";
import { askingOfClient } from "~/data/posts/post-asking.server";
import type { RegistryEntry } from "~/domain/rosters/cross-check";
import type { StandingAgainst, TermInFile } from "~/domain/rosters/post-findings";
import type { KnownPost } from "~/domain/rosters/post-differences";
import type { CheckedPost } from "~/domain/rosters/post-row";
import { birthOn } from "~/domain/shared/id-card-number";
import { indexesOf, type Read } from "./import-intake.server";
import { entryOf } from "./import-lookup.server";

export type ReadPost = Read<CheckedPost>;

/** The registry in force on the first day of the post, and what it holds. */
export interface PostRegistryEntry {
  readonly snapshotId: string;
  /** As stored: empty for a category that is not known. */
  readonly category: string | null;
  /** Null: not in it. */
  readonly entry: RegistryEntry | null;
}

/** By the place of the row in the batch; missing where no export covers the county on that day. */
export async function registryEntries(
  client: ClientBase,
  reads: readonly ReadPost[],
  countyCode: string,
): Promise<ReadonlyMap<number, PostRegistryEntry>> {
  const { rows } = await client.query<{
    at: number;
    snapshotId: string;
    category: string | null;
    countyCode: string | null;
    name: string | null;
  }>(
    `WITH asked AS (
       SELECT * FROM unnest($1::bytea[], $2::date[]) WITH ORDINALITY AS a (id_index, on_day, at)
       WHERE id_index IS NOT NULL AND on_day IS NOT NULL),
     exports AS (
       SELECT on_day, snapshot_in_force($3, on_day) AS snapshot
       FROM (SELECT DISTINCT on_day FROM asked) d)
     SELECT a.at::int - 1 AS at, e.snapshot AS "snapshotId", m.category,
       m.county_code AS "countyCode", m.name
     FROM asked a JOIN exports e USING (on_day)
       LEFT JOIN LATERAL registry_matches(e.snapshot, ARRAY[a.id_index]) m ON true
     WHERE e.snapshot IS NOT NULL`,
    [
      reads.map(({ idIndex }) => idIndex),
      reads.map(({ checked }) => checked.fields.startsOn),
      countyCode,
    ],
  );
  return new Map(
    rows.map(({ at, snapshotId, ...one }) => {
      const { category, countyCode: county, name } = one;
      const isThere = category !== null && county !== null && name !== null;
      const entry = isThere ? entryOf({ category, countyCode: county, name }) : null;
      return [at, { snapshotId, category, entry }];
    }),
  );
}

/** The appointment that each row means: same person and first day, in the import's county. */
export async function standingPosts(
  client: ClientBase,
  reads: readonly ReadPost[],
  countyCode: string,
): Promise<ReadonlyMap<number, KnownPost & { readonly name: string }>> {
  const { rows } = await client.query<KnownPost & { at: number; name: string }>(STANDING_POSTS, [
    reads.map(({ idIndex }) => idIndex),
    reads.map(({ checked }) => checked.fields.startsOn),
    countyCode,
  ]);
  return new Map(rows.map(({ at, ...one }) => [at, one]));
}

const STANDING_POSTS = `
  SELECT a.at::int - 1 AS at, p.id, p.name, p.state, p.township, p.village, p.title, p.employer,
    p.fund_source AS "fundSource", p.monthly_rate_fen AS "monthlyRateFen",
    p.ends_on::text AS "endsOn", p.left_on::text AS "leftOn", p.short_reason AS "shortReason",
    p.note, p.quota_id AS "quotaId", q.monthly_rate_fen AS "quotaRateFen", paid.month::text AS "paidMonth", paid.rate AS "paidRateFen",
    ARRAY(SELECT m FROM unnest(p.stated_receipts) m UNION
      SELECT to_char(l.month, 'YYYY-MM') FROM wage_line l
        JOIN acknowledgement s ON s.line_id = l.id AND s.element = 'SIGNATURE' AND s.voided_at IS NULL
      WHERE l.appointment_id = p.id AND l.removed_at IS NULL ORDER BY 1) AS receipts
  FROM unnest($1::bytea[], $2::date[]) WITH ORDINALITY AS a (id_index, on_day, at)
    JOIN post_appointment p ON p.id_index = a.id_index AND p.starts_on = a.on_day
      AND p.county_code = $3 AND p.removed_at IS NULL
    LEFT JOIN post_quota q ON q.id = p.quota_id
    CROSS JOIN LATERAL (SELECT max(l.month) AS month, max(l.rate_fen) AS rate
      FROM wage_line l JOIN wage_sheet s ON s.id = l.sheet_id
      WHERE l.appointment_id = p.id AND l.removed_at IS NULL
        AND s.state IN ('submitted', 'approved', 'locked')) paid`;

/**
 * After corrections: the other rows of the same number that may go in, by number. While a file is read for the first
 * time its rows are not yet there to be seen, and the reader remembers them itself.
 */
export async function termsOnRecord(
  client: ClientBase,
  reads: readonly ReadPost[],
  importId: string,
): Promise<(read: ReadPost) => readonly TermInFile[]> {
  const { rows } = await client.query<TermInFile & { idIndex: Buffer }>(
    `SELECT id_index AS "idIndex", sheet_row AS "sheetRow", fields->>'startsOn' AS "startsOn",
       coalesce(fields->>'leftOn', fields->>'endsOn') AS "endsOn"
     FROM roster_import_row WHERE import_id = $1 AND id_index = ANY ($2::bytea[]) AND state <> 'refused'`,
    [importId, indexesOf(reads)],
  );
  return ({ idIndex, checked }) =>
    rows.filter(
      (one) => idIndex?.equals(one.idIndex) === true && one.sheetRow !== checked.sheetRow,
    );
}

/** What the records hold against each row, and its days between posts that make a chain; null where it cannot be asked. */
export interface AgainstPost {
  readonly findings: readonly StandingAgainst[];
  readonly gapDays: number;
}

export async function againstPosts(
  client: ClientBase,
  reads: readonly ReadPost[],
  known: ReadonlyMap<number, Pick<KnownPost, "id" | "quotaId" | "employer">>,
  countyCode: string,
): Promise<ReadonlyMap<number, AgainstPost>> {
  const asked = reads.flatMap((read, at) => {
    const row = toCheck(read, known.get(at) ?? null, countyCode);
    return row === null ? [] : [{ at, row }];
  });
  if (asked.length === 0) return new Map();
  const ask = askingOfClient(client);
  const rows = asked.map(({ row }) => row);
  const checks = await checkAppointments(ask, rows);
  const gapDays = await gapDaysOf(ask, rows);
  return new Map(
    asked.map(({ at }, place) => {
      const findings = checks[place]?.findings ?? [];
      return [at, { findings, gapDays: gapDays(place) }];
    }),
  );
}

function toCheck(
  { idIndex, checked }: ReadPost,
  known: Pick<KnownPost, "id" | "quotaId" | "employer"> | null,
  countyCode: string,
): AppointmentToCheck | null {
  const { idCardNumber, name } = checked.values;
  const { startsOn, endsOn, leftOn, shortReason } = checked.fields;
  const employer = checked.fields.employer || (known?.employer ?? "");
  const last = leftOn ?? endsOn;
  if (idIndex === null || idCardNumber === null || startsOn === null || last === null) return null;
  if (last < startsOn) return null;
  const term = { startsOn, endsOn: last, shortReason, employer };
  const bornOn = birthOn(idCardNumber);
  const own = { id: known?.id ?? null, quotaId: known?.quotaId ?? null, isWritten: false };
  return { ...own, idIndex, name: name ?? "", countyCode, bornOn, ...term };
}
