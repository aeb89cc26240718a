import { packStands, savePack } from "~/data/rules/pack-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { packProblems, readPack, type ReadPack } from "~/domain/rules/pack";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { readStoredFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ImportPackRefusal =
  | { readonly kind: "unreadable"; readonly problems: Extract<ReadPack, { ok: false }>["problems"] }
  | { readonly kind: "forbidden"; readonly regionCode: string }
  | { readonly kind: "known" };

/** Takes in a rule pack out of a received file. Nothing of it is in force until another person signs it off. */
export async function importPack(
  actor: Actor,
  fileId: string,
  now: Date,
): Promise<Outcome<string, ImportPackRefusal>> {
  const read = readPack((await readStoredFile(fileId)).toString("utf8"));
  if (!read.ok) return refused({ kind: "unreadable", problems: read.problems });
  const { pack } = read;
  const problems = packProblems(pack);
  if (problems.length > 0) return refused({ kind: "unreadable", problems });
  const { regionCode, name, edition, documentNumber: source } = pack;
  if (!may(actor, "pack.import", regionCode, dayInChina(now))) {
    return refused({ kind: "forbidden", regionCode });
  }
  return inTransaction(actor, async (tx) => {
    if (await packStands(tx, pack)) return refused({ kind: "known" });
    const id = newId();
    await savePack(tx, id, pack, { userId: actor.userId, name: actor.name, now });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "pack.import",
      subjectKind: "rulePack",
      subjectId: id,
      countyCode: regionCode,
      detail: { name, edition, source, values: pack.values.length },
    });
    return done(id);
  });
}
