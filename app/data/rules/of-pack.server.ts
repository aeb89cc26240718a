import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findPack, type PackRecord } from "./pack-store.server";

export interface AskedPack {
  readonly packId: string;
  readonly version: number;
}

export type PackRefusal = {
  readonly kind: "notFound" | "forbidden" | "changedByOthers" | "wrongState";
};

/** A step of a pack that the actor sees, in one transaction of his scope. */
export function ofPack<Value, Refusal>(
  actor: Actor,
  { packId, version }: AskedPack,
  now: Date,
  work: (tx: Tx, one: PackRecord) => Promise<Outcome<Value, Refusal | PackRefusal>>,
): Promise<Outcome<Value, Refusal | PackRefusal>> {
  const seeing = narrowedTo(actor, "parameter.read", dayInChina(now));
  if (!isUuid(packId) || !mayAnywhere(actor, "parameter.read", dayInChina(now))) {
    return Promise.resolve(refused({ kind: "notFound" }));
  }
  return inTransaction<Outcome<Value, Refusal | PackRefusal>>(seeing, async (tx) => {
    const one = await findPack(tx, packId);
    if (one === null) return refused({ kind: "notFound" });
    return work(tx, { ...one, version });
  });
}

export async function leavePackTrail(
  tx: Tx,
  actor: Actor,
  { id, regionCode, pack }: PackRecord,
  event: {
    readonly action: `pack.${"signOff" | "refuse" | "withdraw" | "export"}`;
    readonly at: Date;
    readonly detail?: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const { name, edition, documentNumber: source } = pack;
  await leaveTrail(tx, {
    at: event.at,
    actorId: actor.userId,
    actorName: actor.name,
    action: event.action,
    subjectKind: "rulePack",
    subjectId: id,
    countyCode: regionCode,
    detail: { name, edition, source, values: pack.values.length, ...event.detail },
  });
}
