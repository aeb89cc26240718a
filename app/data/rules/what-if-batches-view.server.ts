import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { CLAIM_KIND_LABELS, toClaimKind } from "~/domain/claims/claim";
import type { RulePackFile } from "~/domain/rules/pack";
import { toPackState, type PackState } from "~/domain/rules/pack-state";
import { packCovers } from "~/domain/rules/what-if";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { packOf } from "./pack-store.server";

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface PackToTry {
  readonly pack: RulePackFile;
  readonly state: PackState;
  /** The packs it can be compared with, the latest first. */
  readonly others: readonly (Choice & { readonly file: RulePackFile })[];
  readonly batches: readonly (Choice & { readonly isOpen: boolean })[];
}

const MOST_BATCHES = 100;
const MOST_PACKS = 50;

/** A pack to be tried, with the checked batches of its area that the actor sees, the latest first. */
export async function viewPackToTry(
  actor: Actor,
  packId: string,
  on: string,
): Promise<PackToTry | null> {
  if (!isUuid(packId)) return null;
  const found = await inTransaction(narrowedTo(actor, "parameter.read", on), async (tx) => {
    const select = { id: true, content: true, state: true } as const;
    const row = await tx.rulePack.findUnique({ where: { id: packId }, select });
    if (row === null) return null;
    const rows = await tx.rulePack.findMany({
      where: { id: { not: packId }, state: { in: ["imported", "signedOff"] } },
      ...{ select, orderBy: { id: "desc" }, take: MOST_PACKS },
    });
    const others = rows.map(({ id: value, content }) => {
      const file = packOf(content);
      return { value, label: `${file.name} ${file.edition}`, file };
    });
    return { pack: packOf(row.content), state: toPackState(row.state), others };
  });
  if (found === null) return null;
  return { ...found, batches: await batchesOf(actor, found.pack.regionCode, on) };
}

async function batchesOf(actor: Actor, regionCode: string, on: string) {
  const seeing = narrowedTo(actor, "claim.read", on);
  const counties = seeing.counties.filter((county) => packCovers(regionCode, county));
  const rows = await inTransaction(seeing, (tx) =>
    tx.claimBatch.findMany({
      where: { removedAt: null, lastRunId: { not: null }, countyCode: { in: counties } },
      select: { id: true, kind: true, year: true, number: true, title: true, state: true },
      orderBy: { id: "desc" },
      take: MOST_BATCHES,
    }),
  );
  return rows.map(({ id, kind: text, year, number, title, state }) => {
    const kind = toClaimKind(text);
    const label = kind === null ? text : CLAIM_KIND_LABELS[kind];
    const isOpen = state !== "approved" && state !== "paid";
    return { value: id, label: `${label} ${year} 年第 ${number} 批 ${title}`, isOpen };
  });
}
