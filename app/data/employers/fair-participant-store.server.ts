import type { Actor } from "~/domain/access/actor";
import type { FairOutcome } from "~/domain/employers/fair-outcome";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { FairRecord } from "./job-fair-store.server";

export interface ParticipantRecord {
  readonly id: string;
  readonly fairId: string;
  readonly personId: string;
  readonly outcome: FairOutcome;
  readonly version: number;
}

/** Adds those who are not on the list yet, as having attended; answers how many it added. */
export async function addParticipants(
  tx: Tx,
  fair: FairRecord,
  personIds: readonly string[],
  by: { readonly actor: Actor; readonly now: Date },
): Promise<number> {
  const stamp = { outcome: "ATTENDED", recordedBy: by.actor.userId, recordedAt: by.now };
  const { count } = await tx.jobFairParticipant.createMany({
    data: personIds.map((personId) => ({
      ...{ id: newId(), fairId: fair.id, countyCode: fair.countyCode, personId },
      ...stamp,
    })),
    skipDuplicates: true,
  });
  return count;
}

/** A person of the fair's own county. */
export interface CountyPerson {
  readonly id: string;
  readonly name: string;
  /** Blind index of the number, hex. */
  readonly index: string;
}

/** Those of the county among these ids and blind indexes. */
export async function peopleOfCounty(
  tx: Tx,
  countyCode: string,
  wanted: { readonly ids?: readonly string[]; readonly indexes?: readonly Buffer[] },
): Promise<CountyPerson[]> {
  const { ids = [], indexes = [] } = wanted;
  const rows = await tx.person.findMany({
    where: {
      countyCode,
      OR: [
        { id: { in: ids.filter(isUuid) } },
        { idIndex: { in: indexes.map((index) => new Uint8Array(index)) } },
      ],
    },
    select: { id: true, name: true, idIndex: true },
  });
  return rows.map(({ id, name, idIndex }) => ({
    ...{ id, name },
    index: Buffer.from(idIndex).toString("hex"),
  }));
}

export async function findParticipant(
  tx: Tx,
  fairId: string,
  id: string,
): Promise<ParticipantRecord | null> {
  if (!isUuid(id)) return null;
  const one = await tx.jobFairParticipant.findUnique({
    where: { id, fairId },
    select: { id: true, fairId: true, personId: true, outcome: true, version: true },
  });
  return one === null ? null : { ...one, outcome: one.outcome as FairOutcome };
}

export interface OutcomeColumns {
  readonly outcome: FairOutcome;
  readonly employerId: string | null;
  readonly placementId: string | null;
  readonly note: string;
}

/** False when somebody else came first. */
export async function changeOutcome(
  tx: Tx,
  { id, version }: ParticipantRecord,
  columns: OutcomeColumns,
  by: { readonly actor: Actor; readonly now: Date },
): Promise<boolean> {
  const stamp = { recordedBy: by.actor.userId, recordedAt: by.now };
  const { count } = await tx.jobFairParticipant.updateMany({
    where: { id, version },
    data: { ...columns, ...stamp, version: { increment: 1 } },
  });
  return count === 1;
}

/** Takes a person off the list; the trail keeps who he was. False when somebody else came first. */
export async function takeOffParticipant(
  tx: Tx,
  { id, version }: ParticipantRecord,
): Promise<boolean> {
  const { count } = await tx.jobFairParticipant.deleteMany({ where: { id, version } });
  return count === 1;
}
