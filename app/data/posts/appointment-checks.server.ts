import {
  appointmentFindings,
  type AppointmentFinding,
  type QuotaStanding,
} from "~/domain/posts/appointment-findings";
import {
  engagementFindings,
  type OtherJob,
  type OtherPost,
} from "~/domain/posts/engagement-findings";
import { peakOf } from "~/domain/posts/quota-room";
import type { HeldTerm } from "~/domain/posts/term";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { Prisma } from "~/platform/prisma/client.server";
import { gapDaysOf, registryOf, type PostRegistryAnswer } from "./appointment-answers.server";
import type { Ask } from "./post-asking.server";

/** A post that somebody is to hold, or holds. */
export interface AppointmentToCheck {
  /** Itself, when it stands already: it is not held against itself. */
  readonly id: string | null;
  readonly idIndex: Uint8Array;
  readonly name: string;
  readonly countyCode: string;
  readonly bornOn: CalendarDate;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly shortReason: string;
  /** Whom he is to work for: by it a placement is known to be this post. */
  readonly employer: string;
  readonly quotaId: string | null;
  /** Its term is being written now. */
  readonly isWritten: boolean;
}

export interface AppointmentCheck {
  readonly findings: readonly AppointmentFinding[];
  readonly registry: PostRegistryAnswer;
}

/**
 * What stands against each of these, one answer a row in their order: term, age, other posts and jobs in any county,
 * chains, the quota, the registry of the first day. Earlier rows of the same question fill the quota for later ones.
 * Call `holdForAppointments` before, where something is to be written.
 */
export async function checkAppointments(
  ask: Ask,
  rows: readonly AppointmentToCheck[],
): Promise<readonly AppointmentCheck[]> {
  if (rows.length === 0) return [];
  const posts = await postsOf(ask, rows);
  const jobs = await jobsOf(ask, rows);
  const quotas = await quotasOf(ask, rows);
  const gapDays = await gapDaysOf(ask, rows);
  const registry = await registryOf(ask, rows);
  const taken = new Map<string, HeldTerm[]>();
  return rows.map((row, at) => {
    const { startsOn, endsOn, shortReason, bornOn, quotaId, isWritten } = row;
    const answer = registry(at);
    const own = { startsOn, endsOn, shortReason, bornOn, isWritten };
    const others = (posts.get(at) ?? []).filter(
      ({ subjectId }) => subjectId !== row.id || row.id === null,
    );
    const quota = standingOf(quotas.get(quotaId ?? ""), row, taken);
    const findings = appointmentFindings({
      ...{ ...own, quota, posts: others, jobs: jobs.get(at) ?? [] },
      ...{ gapDays: gapDays(at), registry: answer },
    });
    if (quotaId !== null) taken.set(quotaId, [...(taken.get(quotaId) ?? []), { startsOn, endsOn }]);
    return { findings, registry: answer };
  });
}

/** What else each of these does that a post does not go together with, one answer a row in their order. */
export async function checkEngagements(
  ask: Ask,
  rows: readonly Engaged[],
): Promise<readonly (readonly AppointmentFinding[])[]> {
  if (rows.length === 0) return [];
  const posts = await postsOf(ask, rows);
  const jobs = await jobsOf(ask, rows);
  const gapDays = await gapDaysOf(ask, rows);
  return rows.map((row, at) => {
    const { startsOn, endsOn, shortReason, isWritten } = row;
    const others = (posts.get(at) ?? []).filter(({ subjectId }) => subjectId !== row.id);
    const against = { posts: others, jobs: jobs.get(at) ?? [], gapDays: gapDays(at) };
    return engagementFindings({ startsOn, endsOn, shortReason, isWritten, ...against });
  });
}

/** Makes other writers of these people's posts, and of these quotas, wait until the transaction ends. */
export async function holdForAppointments(
  ask: Ask,
  rows: readonly Pick<AppointmentToCheck, "idIndex" | "quotaId">[],
): Promise<void> {
  const ids = rows.flatMap(({ quotaId }) => (quotaId === null ? [] : [quotaId]));
  if (ids.length > 0) {
    await ask(Prisma.sql`SELECT 1 FROM post_quota WHERE id = ANY (${ids}::text[]::uuid[])
      ORDER BY id FOR UPDATE`);
  }
  // The lock of the trigger one_person_one_post, in one order for all.
  await ask(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(hex, 20261124))::text
    FROM (SELECT DISTINCT hex FROM unnest(${hexesOf(rows)}::text[]) AS h (hex) ORDER BY hex) AS sorted`);
}

type Engaged = Omit<AppointmentToCheck, "bornOn">;

interface At {
  readonly at: number;
}

const hexesOf = (rows: readonly Pick<AppointmentToCheck, "idIndex">[]) =>
  rows.map(({ idIndex }) => Buffer.from(idIndex).toString("hex"));

const indexesOf = (rows: readonly Pick<AppointmentToCheck, "idIndex">[]) =>
  Prisma.sql`(SELECT array_agg(decode(hex, 'hex') ORDER BY n)
    FROM unnest(${hexesOf(rows)}::text[]) WITH ORDINALITY AS h (hex, n))`;

async function postsOf(ask: Ask, rows: readonly Engaged[]) {
  return byPlace(
    await ask<OtherPost & At>(Prisma.sql`
      SELECT at, subject_id::text AS "subjectId", label, starts_on::text AS "startsOn", ends_on::text AS "endsOn"
      FROM post_terms(${indexesOf(rows)})`),
  );
}

async function jobsOf(ask: Ask, rows: readonly Engaged[]) {
  const from = rows.map(({ startsOn }) => startsOn);
  const to = rows.map(({ endsOn }) => endsOn);
  const county = rows.map(({ countyCode }) => countyCode);
  const employer = rows.map((row) => row.employer);
  return byPlace(
    await ask<OtherJob & At>(Prisma.sql`
      SELECT at, subject_id::text AS "subjectId", label, starts_on::text AS "startsOn", ends_on::text AS "endsOn"
      FROM jobs_beside_post(${indexesOf(rows)}, ${from}::text[]::date[], ${to}::text[]::date[],
        ${county}::text[], ${employer}::text[])`),
  );
}

/** The database counts places from one. */
function byPlace<Row extends At>(rows: readonly Row[]): ReadonlyMap<number, Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of rows) found.set(row.at - 1, [...(found.get(row.at - 1) ?? []), row]);
  return found;
}

interface HeldQuota extends Omit<QuotaStanding, "peak"> {
  readonly holders: readonly (HeldTerm & { readonly id: string })[];
}

async function quotasOf(ask: Ask, rows: readonly AppointmentToCheck[]) {
  const ids = [...new Set(rows.flatMap(({ quotaId }) => (quotaId === null ? [] : [quotaId])))];
  if (ids.length === 0) return new Map<string, HeldQuota>();
  const found = await ask<HeldQuota>(Prisma.sql`
    SELECT q.id::text, q.posts, q.from_on::text AS "fromOn", q.to_on::text AS "toOn",
      q.closed_at IS NOT NULL AS "isClosed", coalesce(json_agg(json_build_object('id', a.id,
        'startsOn', a.starts_on, 'endsOn', coalesce(a.left_on, a.ends_on)))
        FILTER (WHERE a.id IS NOT NULL), '[]') AS holders
    FROM post_quota q LEFT JOIN post_appointment a ON a.quota_id = q.id AND a.removed_at IS NULL
    WHERE q.id = ANY (${ids}::text[]::uuid[]) GROUP BY q.id`);
  return new Map(found.map((one) => [one.id, one]));
}

function standingOf(
  quota: HeldQuota | undefined,
  row: AppointmentToCheck,
  taken: ReadonlyMap<string, readonly HeldTerm[]>,
): QuotaStanding | null {
  if (quota === undefined) return null;
  const { holders, ...facts } = quota;
  const others = holders.filter(({ id }) => id !== row.id);
  const peak = peakOf(row, [...others, ...(taken.get(quota.id) ?? [])]);
  return { ...facts, peak };
}
