import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { CLAIM_KIND_LABELS, toClaimKind } from "~/domain/claims/claim";
import { packCovers } from "~/domain/rules/what-if";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { packOf } from "./pack-store.server";

const MOST_BATCHES = 100;

/** A pack to be tried, with the checked batches of its area that the actor sees, the latest first. */
export async function viewPackToTry(actor: Actor, packId: string, on: string) {
  if (!isUuid(packId)) return null;
  const file = await inTransaction(narrowedTo(actor, "parameter.read", on), async (tx) => {
    const row = await tx.rulePack.findUnique({
      where: { id: packId },
      select: { content: true, state: true },
    });
    return row === null ? null : { ...packOf(row.content), isWaiting: row.state === "imported" };
  });
  if (file === null) return null;
  const { isWaiting, ...pack } = file;
  return { pack, isWaiting, batches: await batchesOf(actor, pack.regionCode, on) };
}

async function batchesOf(actor: Actor, regionCode: string, on: string) {
  const seeing = narrowedTo(actor, "claim.read", on);
  const counties = seeing.counties.filter((county) => packCovers(regionCode, county));
  const rows = await inTransaction(seeing, (tx) =>
    tx.claimBatch.findMany({
      where: { removedAt: null, lastRunId: { not: null }, countyCode: { in: counties } },
      select: { id: true, kind: true, year: true, number: true, title: true },
      orderBy: { id: "desc" },
      take: MOST_BATCHES,
    }),
  );
  return rows.map(({ id, kind: text, year, number, title }) => {
    const kind = toClaimKind(text);
    const label = kind === null ? text : CLAIM_KIND_LABELS[kind];
    return { value: id, label: `${label} ${year} 年第 ${number} 批 ${title}` };
  });
}
