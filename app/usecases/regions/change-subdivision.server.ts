import {
  findSubdivision,
  hasVillages,
  removeSubdivision,
  renameSubdivision,
  type StoredSubdivision,
} from "~/data/regions/region-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { ownRegions, type Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { faultIn } from "~/domain/regions/subdivision";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ChangeSubdivisionRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "name" }
  /** A township whose villages stand in the table. */
  | { readonly kind: "inUse" };

export type SubdivisionChange =
  { readonly kind: "rename"; readonly name: string } | { readonly kind: "remove" };

/** Renames a township or village, or removes one that was entered wrongly. */
export function changeSubdivision(
  actor: Actor,
  code: string,
  change: SubdivisionChange,
  now: Date,
): Promise<Outcome<null, ChangeSubdivisionRefusal>> {
  return inTransaction(actor, async (tx) => {
    const region = await findSubdivision(tx, code);
    if (region === null || !ownRegions(actor).includes(region.countyCode)) {
      return refused({ kind: "notFound" });
    }
    const { countyCode } = region;
    if (!may(actor, "region.write", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const refusal = await apply(tx, region, change, now);
    if (refusal !== null) return refused(refusal);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: change.kind === "rename" ? "region.rename" : "region.remove",
      subjectKind: "region",
      subjectId: code,
      countyCode,
      detail: { before: region.name, ...(change.kind === "rename" && { after: change.name }) },
    });
    return done(null);
  });
}

async function apply(
  tx: Tx,
  { code, countyCode }: StoredSubdivision,
  change: SubdivisionChange,
  now: Date,
): Promise<ChangeSubdivisionRefusal | null> {
  switch (change.kind) {
    case "rename": {
      const isWrong = faultIn({ code, name: change.name }, countyCode, new Set()) === "name";
      if (isWrong) return { kind: "name" };
      await renameSubdivision(tx, code, change.name, now);
      return null;
    }
    case "remove":
      if (await hasVillages(tx, code)) return { kind: "inUse" };
      await removeSubdivision(tx, code);
      return null;
  }
}
