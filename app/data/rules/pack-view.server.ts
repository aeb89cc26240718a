import type { Actor } from "~/domain/access/actor";
import { may, mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { valuesOfPack, type RulePackFile } from "~/domain/rules/pack";
import {
  packBesideStanding,
  packDifferences,
  type PackDifference,
} from "~/domain/rules/pack-differences";
import { toPackState, type PackState } from "~/domain/rules/pack-state";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { packOf } from "./pack-store.server";
import { standingIn } from "./standing-values.server";

type PackHead = Pick<
  RulePackFile,
  "name" | "edition" | "issuer" | "documentNumber" | "issuedOn" | "backdatedBecause"
>;

interface Deed {
  readonly name: string;
  readonly at: string;
  readonly words: string;
}

export interface PackPage {
  readonly id: string;
  readonly regionName: string;
  readonly state: PackState;
  readonly version: number;
  readonly head: PackHead;
  readonly sha256: string;
  readonly imported: Deed;
  readonly decided: Deed | null;
  readonly withdrawn: Deed | null;
  /** Beside what stands in the area, or beside another pack of it. */
  readonly differences: readonly PackDifference[];
  readonly comparedWith: string | null;
  readonly others: readonly { readonly id: string; readonly label: string }[];
  readonly mayDecide: boolean;
  /** He brought it in himself. */
  readonly isOwn: boolean;
  readonly mayWithdraw: boolean;
  readonly mayTry: boolean;
}

/** A rule pack beside what is in force in its area, or beside the pack asked for; null outside the actor's areas. */
export async function viewPack(
  actor: Actor,
  { packId, withId }: { readonly packId: string; readonly withId: string | null },
  on: string,
): Promise<PackPage | null> {
  if (!isUuid(packId)) return null;
  return inTransaction(narrowedTo(actor, "parameter.read", on), async (tx) => {
    const row = await tx.rulePack.findUnique({ where: { id: packId } });
    if (row === null) return null;
    const pack = packOf(row.content);
    const others = await othersOf(tx, row.regionCode, packId);
    const compared = others.find(({ id }) => id === withId) ?? null;
    const mine = valuesOfPack(pack, packId);
    const differences =
      compared === null
        ? packBesideStanding(await standingIn(tx, row.regionCode, packId), mine)
        : packDifferences(valuesOfPack(packOf(compared.content), compared.id), mine);
    const state = toPackState(row.state);
    const mayDo = (action: "pack.import" | "pack.signOff") =>
      may(actor, action, row.regionCode, on);
    return {
      ...{ id: packId, head: headOf(pack), state, version: row.version },
      regionName: regionName(row.regionCode) ?? row.regionCode,
      sha256: Buffer.from(row.sha256).toString("hex"),
      imported: deed(row.importedByName, row.importedAt, "") ?? NOBODY,
      decided: deed(row.decidedByName, row.decidedAt, row.decision),
      withdrawn: deed(row.withdrawnByName, row.withdrawnAt, row.withdrawReason),
      differences,
      comparedWith: compared?.id ?? null,
      others: others.map(({ id, label }) => ({ id, label })),
      mayDecide: state === "imported" && mayDo("pack.signOff"),
      isOwn: row.importedBy === actor.userId,
      mayWithdraw:
        (state === "imported" && mayDo("pack.import")) ||
        ((state === "imported" || state === "signedOff") && mayDo("pack.signOff")),
      mayTry:
        (state === "imported" || state === "signedOff") && mayAnywhere(actor, "claim.read", on),
    };
  });
}

function headOf(pack: RulePackFile): PackHead {
  const { name, edition, issuer, documentNumber, issuedOn, backdatedBecause } = pack;
  return { name, edition, issuer, documentNumber, issuedOn, backdatedBecause };
}

const NOBODY: Deed = { name: "", at: "", words: "" };

const deed = (name: string | null, at: Date | null, words: string | null): Deed | null =>
  name === null || at === null ? null : { name, at: at.toISOString(), words: words ?? "" };

/** Other packs of the area, the latest first. */
async function othersOf(tx: Tx, regionCode: string, packId: string) {
  const rows = await tx.rulePack.findMany({
    where: { regionCode, id: { not: packId } },
    select: { id: true, name: true, edition: true, content: true },
    orderBy: { id: "desc" },
    take: 50,
  });
  return rows.map(({ name, edition, ...row }) => ({ ...row, label: `${name} ${edition}` }));
}
