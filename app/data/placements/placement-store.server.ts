import type { Actor } from "~/domain/access/actor";
import { toFollowUpOutcome, type FollowUpOutcome } from "~/domain/placements/follow-up";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import {
  dateOf,
  dayOf,
  factColumns,
  factsOf,
  registryColumns,
  type PlacementFacts,
} from "./placement-columns.server";
import type { RegistryAnswer } from "./registry-answer.server";

/** Whom a line is about, as the people's table has him. */
export interface PlacedPersonRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly idIndex: Uint8Array;
  readonly name: string;
  readonly pinyinInitials: string;
  readonly sex: string;
  readonly bornOn: CalendarDate;
}

/** A line of the ledger as whoever changes it needs it. */
export interface PlacementRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly personId: string;
  readonly idIndex: Uint8Array;
  readonly name: string;
  readonly facts: PlacementFacts;
  readonly endedOn: CalendarDate | null;
  readonly endReason: string;
  readonly unreachableCount: number;
  readonly lastOutcome: FollowUpOutcome | null;
  readonly nextFollowUpOn: CalendarDate | null;
  readonly lastContactOn: CalendarDate | null;
  readonly isRemoved: boolean;
  readonly version: number;
}

/** The line, held against other writers of it until the transaction ends; null out of scope. */
export async function findPlacement(tx: Tx, id: string): Promise<PlacementRecord | null> {
  if (!isUuid(id)) return null;
  // One at a time: what a form showed is compared with what stands when nobody else is writing.
  await tx.$queryRaw`SELECT 1 FROM placement WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.placement.findUnique({ where: { id } });
  if (row === null) return null;
  const { countyCode, personId, idIndex, name, endReason, unreachableCount, version } = row;
  return {
    ...{ id, countyCode, personId, idIndex, name, endReason, unreachableCount, version },
    facts: factsOf(row),
    endedOn: dayOf(row.endedOn),
    lastOutcome: toFollowUpOutcome(row.lastOutcome ?? ""),
    nextFollowUpOn: dayOf(row.nextFollowUpOn),
    lastContactOn: dayOf(row.lastContactOn),
    isRemoved: row.removedAt !== null,
  };
}

/** A new line; false when the person has one of this employer and first day already. */
export async function savePlacement(
  tx: Tx,
  person: PlacedPersonRecord,
  line: {
    readonly id: string;
    readonly facts: PlacementFacts;
    readonly registry: RegistryAnswer;
    readonly nextFollowUpOn: CalendarDate | null;
  },
  by: { readonly userId: string; readonly now: Date },
): Promise<boolean> {
  const { id: personId, idIndex, countyCode, name, pinyinInitials, sex } = person;
  const { count } = await tx.placement.createMany({
    data: [
      {
        ...{ id: line.id, personId, idIndex: new Uint8Array(idIndex) },
        ...{ countyCode, name, pinyinInitials, sex },
        ...factColumns(line.facts),
        ...registryColumns(line.registry, person),
        nextFollowUpOn: dateOf(line.nextFollowUpOn),
        ...{ createdBy: by.userId, createdAt: by.now, updatedAt: by.now },
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

export type PlacementChange = "changed" | "changedByOthers" | "duplicate";

/** Rewrites what was filed; `duplicate`: another standing line has this employer and first day. */
export async function changePlacement(
  tx: Tx,
  one: Pick<PlacementRecord, "id" | "version" | "idIndex" | "name" | "countyCode">,
  changed: {
    readonly facts: PlacementFacts;
    /** Asked again when the first day changes; undefined leaves what stands. */
    readonly registry?: RegistryAnswer | undefined;
    /** The same for the day of the next follow-up. */
    readonly nextFollowUpOn?: CalendarDate | null | undefined;
  },
  now: Date,
): Promise<PlacementChange> {
  const { facts, registry, nextFollowUpOn } = changed;
  const { employer, startedOn } = facts;
  const same = { employerId: employer.id, startedOn: new Date(startedOn), removedAt: null };
  const idIndex = new Uint8Array(one.idIndex);
  const others = await tx.placement.count({ where: { idIndex, ...same, id: { not: one.id } } });
  if (others > 0) return "duplicate";
  const isChanged = await update(tx, one, now, {
    ...factColumns(facts),
    ...(registry === undefined ? {} : registryColumns(registry, one)),
    ...(nextFollowUpOn === undefined ? {} : { nextFollowUpOn: dateOf(nextFollowUpOn) }),
  });
  return isChanged ? "changed" : "changedByOthers";
}

/** Writes the last day worked and why; nobody is asked any more. False when somebody else came first. */
export function endPlacement(
  tx: Tx,
  one: Pick<PlacementRecord, "id" | "version">,
  ending: { readonly endedOn: CalendarDate; readonly reason: string },
  now: Date,
): Promise<boolean> {
  const { endedOn, reason } = ending;
  const data = { endedOn: new Date(endedOn), endReason: reason, nextFollowUpOn: null };
  return update(tx, one, now, data);
}

/** Changes columns of a standing line at the version that was read. False when somebody else came first. */
export async function update(
  tx: Tx,
  { id, version }: Pick<PlacementRecord, "id" | "version">,
  now: Date,
  data: Omit<Prisma.PlacementUncheckedUpdateManyInput, "version" | "updatedAt">,
): Promise<boolean> {
  const { count } = await tx.placement.updateMany({
    where: { id, version, removedAt: null },
    data: { ...data, updatedAt: now, version: { increment: 1 } },
  });
  return count === 1;
}

/** The trail of what was done to a line; its person goes by name, never by number. */
export function leavePlacementTrail(
  tx: Tx,
  actor: Actor,
  one: Pick<PlacementRecord, "id" | "countyCode" | "name">,
  event: { readonly action: string; readonly at: Date; readonly detail: object },
): Promise<void> {
  return leaveTrail(tx, {
    ...{ at: event.at, actorId: actor.userId, actorName: actor.name, action: event.action },
    ...{ subjectKind: "placement", subjectId: one.id, countyCode: one.countyCode },
    detail: { person: one.name, ...event.detail },
  });
}
