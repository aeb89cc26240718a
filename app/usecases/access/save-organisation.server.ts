import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import * as organisations from "~/data/access/organisation-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

type OrganisationData = organisations.OrganisationData;

export type SaveOrganisationRefusal =
  | { kind: "notFound" }
  | { kind: "forbidden" }
  | { kind: "nameTaken" }
  | { kind: "changedByOthers" };

/** Adds an organisation (`known` null), or changes the known one that stands at the version. */
export function saveOrganisation(
  actor: Actor,
  known: { id: string; version: number } | null,
  wanted: OrganisationData,
  now: Date,
): Promise<Outcome<{ id: string }, SaveOrganisationRefusal>> {
  const today = dayInChina(now);
  const mayManage = (place: string) => may(actor, "organisation.manage", place, today);
  return inTransaction(actor, async (tx) => {
    const before = known && (await organisations.findOrganisation(tx, known.id));
    if (known !== null && before === null) return refused({ kind: "notFound" });
    if (!mayManage(wanted.regionCode) || (before && !mayManage(before.regionCode))) {
      return refused({ kind: "forbidden" });
    }
    const id = await write(tx, known, wanted);
    if (typeof id !== "string") return refused(id);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: before === null ? "organisation.create" : "organisation.change",
      subjectKind: "organisation",
      subjectId: id,
      countyCode: wanted.regionCode,
      detail: before === null ? { ...wanted } : { before: without(before), after: wanted },
    });
    return done({ id });
  });
}

async function write(
  tx: Tx,
  known: { id: string; version: number } | null,
  wanted: OrganisationData,
): Promise<string | SaveOrganisationRefusal> {
  const namesake = await organisations.findOrganisationByName(tx, wanted.regionCode, wanted.name);
  if (namesake !== null && namesake.id !== known?.id) return { kind: "nameTaken" };
  if (known === null) {
    return (await organisations.addOrganisation(tx, wanted)) ?? { kind: "nameTaken" };
  }
  const isChanged = await organisations.changeOrganisation(tx, known.id, known.version, wanted);
  return isChanged ? known.id : { kind: "changedByOthers" };
}

function without({ name, kind, regionCode }: organisations.Organisation) {
  return { name, kind, regionCode };
}
