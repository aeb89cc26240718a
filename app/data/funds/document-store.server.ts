import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import type { Deadline } from "~/domain/funds/deadline";
import { documentLabel, type Clause, type DocumentFacts } from "~/domain/funds/document";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { isUuid } from "~/platform/http/list-address.server";
import type { Prisma, Tx } from "~/platform/prisma/client.server";

export interface DocumentRecord {
  readonly id: string;
  readonly issuer: string;
  readonly number: string;
  readonly issuedOn: CalendarDate | null;
  readonly title: string;
  readonly regionCode: string;
  readonly note: string;
  readonly supersedesId: string | null;
  readonly isFounding: boolean;
  readonly createdByName: string;
  readonly version: number;
  readonly voidedAt: Date | null;
  readonly voidReason: string;
  readonly clauses: readonly Clause[];
  readonly deadlines: readonly Deadline[];
}

/** The document with its clauses and deadlines; null where there is none. */
export async function findDocument(tx: Tx, id: string): Promise<DocumentRecord | null> {
  if (!isUuid(id)) return null;
  const row = await tx.policyDocument.findUnique({
    where: { id },
    include: {
      clauses: { orderBy: { place: "asc" } },
      deadlines: { orderBy: [{ dueOn: "asc" }, { clause: "asc" }] },
    },
  });
  return row === null ? null : documentOf(row);
}

type Row = Prisma.PolicyDocumentGetPayload<{ include: { clauses: true; deadlines: true } }>;

function documentOf(row: Row): DocumentRecord {
  const { id, issuer, number, title, regionCode, note, supersedesId, isFounding, version } = row;
  return {
    ...{ id, issuer, number, title, regionCode, note, supersedesId, isFounding, version },
    issuedOn: row.issuedOn === null ? null : dayOf(row.issuedOn),
    createdByName: row.createdByName,
    voidedAt: row.voidedAt,
    voidReason: row.voidReason ?? "",
    clauses: row.clauses.map(({ clause, summary }) => ({ clause, summary })),
    deadlines: row.deadlines.map(({ clause, matter, summary, dueOn }) => {
      return { clause, matter, summary, dueOn: dayOf(dueOn) };
    }),
  };
}

/** Whether another standing document has the same issuer, number and day. */
export async function isRegistered(
  tx: Tx,
  facts: DocumentFacts,
  exceptId: string | null,
): Promise<boolean> {
  if (facts.number === "" || facts.issuedOn === null) return false;
  const { issuer, number, issuedOn } = facts;
  const others = await tx.policyDocument.findFirst({
    where: {
      ...{ issuer, number, issuedOn: new Date(issuedOn), voidedAt: null },
      ...(exceptId === null ? {} : { id: { not: exceptId } }),
    },
    select: { id: true },
  });
  return others !== null;
}

export async function saveDocument(
  tx: Tx,
  one: { readonly id: string; readonly facts: DocumentFacts },
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<void> {
  const { id, facts } = one;
  const written = { createdBy: by.userId, createdByName: by.name, createdAt: by.now };
  await tx.policyDocument.create({ data: { id, ...columnsOf(facts), ...written } });
  await saveParts(tx, id, facts);
}

/** Writes the document anew with its clauses and deadlines; false when somebody came first. */
export async function changeDocument(
  tx: Tx,
  { id, version }: Pick<DocumentRecord, "id" | "version">,
  facts: DocumentFacts,
): Promise<boolean> {
  const { count } = await tx.policyDocument.updateMany({
    where: { id, version, voidedAt: null, isFounding: false },
    data: { ...columnsOf(facts), version: { increment: 1 } },
  });
  if (count !== 1) return false;
  await tx.policyClause.deleteMany({ where: { documentId: id } });
  await tx.policyDeadline.deleteMany({ where: { documentId: id } });
  await saveParts(tx, id, facts);
  return true;
}

export async function voidDocument(
  tx: Tx,
  { id, version }: Pick<DocumentRecord, "id" | "version">,
  reason: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.policyDocument.updateMany({
    where: { id, version, voidedAt: null, isFounding: false },
    data: { voidedAt: now, voidReason: reason, version: { increment: 1 } },
  });
  return count === 1;
}

/** Standing tables, releases of carry-overs and documents that rest on it. */
export async function countUses(tx: Tx, id: string): Promise<number> {
  const uses = await Promise.all([
    tx.allocationTable.count({ where: { documentId: id, voidedAt: null } }),
    tx.carryOverRelease.count({ where: { documentId: id } }),
    tx.policyDocument.count({ where: { supersedesId: id, voidedAt: null } }),
  ]);
  return uses.reduce((sum, count) => sum + count, 0);
}

export function leaveDocumentTrail(
  tx: Tx,
  actor: Actor,
  one: Pick<DocumentRecord, "id" | "regionCode" | "number" | "title">,
  event: { readonly action: string; readonly at: Date; readonly reason?: string },
): Promise<void> {
  const { action, at, reason } = event;
  return leaveTrail(tx, {
    ...{ at, actorId: actor.userId, actorName: actor.name, action },
    ...{ subjectKind: "policyDocument", subjectId: one.id, countyCode: one.regionCode },
    detail: { name: documentLabel(one), ...(reason === undefined ? {} : { reason }) },
  });
}

async function saveParts(tx: Tx, documentId: string, facts: DocumentFacts): Promise<void> {
  await tx.policyClause.createMany({
    data: facts.clauses.map((one, place) => ({ documentId, place, ...one })),
  });
  await tx.policyDeadline.createMany({
    data: facts.deadlines.map((one) => ({ documentId, ...one, dueOn: new Date(one.dueOn) })),
  });
}

function columnsOf({ issuer, number, title, regionCode, note, ...rest }: DocumentFacts) {
  return {
    ...{ issuer, number, title, regionCode, note },
    issuedOn: rest.issuedOn === null ? null : new Date(rest.issuedOn),
    supersedesId: isUuid(rest.supersedesId) ? rest.supersedesId : null,
  };
}

function dayOf(date: Date): CalendarDate {
  return day(date.toISOString().slice(0, 10));
}
