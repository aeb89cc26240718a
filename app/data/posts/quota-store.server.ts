import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import type { PostKind } from "~/domain/posts/post";
import type { QuotaFacts } from "~/domain/posts/quota";
import type { HeldTerm } from "~/domain/posts/term";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import type { Prisma, Tx } from "~/platform/prisma/client.server";

export interface QuotaRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly facts: QuotaFacts;
  readonly isClosed: boolean;
  readonly closedReason: string;
  readonly version: number;
}

/** The quota, held against other writers and new holders until the transaction ends; null out of scope. */
export async function findQuota(tx: Tx, id: string): Promise<QuotaRecord | null> {
  if (!isUuid(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM post_quota WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.postQuota.findUnique({ where: { id } });
  return row === null ? null : quotaOf(row);
}

export function quotaOf(row: Prisma.PostQuotaGetPayload<object>): QuotaRecord {
  const { id, countyCode, version, township, village, title, employer, posts } = row;
  const { fundSource, documentNumber, issuer, note, issuedOn } = row;
  return {
    ...{ id, countyCode, version },
    facts: {
      ...{ township, village, title, employer, posts, fundSource, documentNumber, issuer, note },
      kind: row.kind as PostKind,
      monthlyRateFen: fen(row.monthlyRateFen),
      issuedOn: issuedOn === null ? null : dayOf(issuedOn),
      fromOn: dayOf(row.fromOn),
      toOn: dayOf(row.toOn),
    },
    isClosed: row.closedAt !== null,
    closedReason: row.closedReason ?? "",
  };
}

/** First and last days of its standing holders, proposed ones too. */
export async function holdersOf(tx: Tx, quotaId: string): Promise<readonly HeldTerm[]> {
  const rows = await tx.postAppointment.findMany({
    where: { quotaId, removedAt: null },
    select: { startsOn: true, endsOn: true, leftOn: true },
  });
  return rows.map(({ startsOn, endsOn, leftOn }) => ({
    startsOn: dayOf(startsOn),
    endsOn: dayOf(leftOn ?? endsOn),
  }));
}

export async function saveQuota(
  tx: Tx,
  one: { readonly id: string; readonly countyCode: string; readonly facts: QuotaFacts },
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<void> {
  const { userId: createdBy, name: createdByName, now } = by;
  const { id, countyCode, facts } = one;
  const written = { createdBy, createdByName, createdAt: now, updatedAt: now };
  await tx.postQuota.create({ data: { id, countyCode, ...columnsOf(facts), ...written } });
}

/** Rewrites what the quota says; posts agreed under it keep what they took over. False when somebody came first. */
export function changeQuota(tx: Tx, one: QuotaRecord, facts: QuotaFacts, now: Date) {
  return update(tx, one, now, columnsOf(facts));
}

/** Nobody new is appointed under it any more; whoever holds a post keeps it. */
export function closeQuota(tx: Tx, one: QuotaRecord, reason: string, now: Date) {
  return update(tx, one, now, { closedAt: now, closedReason: reason });
}

async function update(
  tx: Tx,
  { id, version }: QuotaRecord,
  now: Date,
  data: Prisma.PostQuotaUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.postQuota.updateMany({
    where: { id, version, closedAt: null },
    data: { ...data, updatedAt: now, version: { increment: 1 } },
  });
  return count === 1;
}

export function leaveQuotaTrail(
  tx: Tx,
  actor: Actor,
  one: Pick<QuotaRecord, "id" | "countyCode">,
  event: { readonly action: string; readonly at: Date; readonly detail: Record<string, unknown> },
): Promise<void> {
  return leaveTrail(tx, {
    ...{ at: event.at, actorId: actor.userId, actorName: actor.name, action: event.action },
    ...{ subjectKind: "postQuota", subjectId: one.id, countyCode: one.countyCode },
    detail: event.detail,
  });
}

function columnsOf({ fromOn, toOn, issuedOn, ...facts }: QuotaFacts) {
  return {
    ...facts,
    fromOn: new Date(fromOn),
    toOn: new Date(toOn),
    issuedOn: issuedOn === null ? null : new Date(issuedOn),
  };
}

function dayOf(date: Date): CalendarDate {
  return day(date.toISOString().slice(0, 10));
}
