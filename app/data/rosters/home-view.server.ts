import type { Actor } from "~/domain/access/actor";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface HomeView {
  /** Null for those who do not read rosters. */
  readonly totals: {
    readonly headcount: number;
    readonly verified: number;
    readonly accepted: number;
    readonly sealed: number;
  } | null;
  readonly mayImport: boolean;
}

/** Receipts for wages are rosters too, and no figures of training. */
const OF_CLASSES = { kind: "TRAINING" } as const;

/** The rosters of the actor's counties in figures. */
export async function viewHome(actor: Actor, on: string): Promise<HomeView> {
  const mayImport = mayAnywhere(actor, "roster.import", on);
  if (!mayAnywhere(actor, "roster.read", on)) return { totals: null, mayImport };
  return inTransaction(narrowedTo(actor, "roster.read", on), async (tx) => {
    const sums = await tx.roster.aggregate({
      where: OF_CLASSES,
      _sum: { headcount: true, verifiedCount: true },
    });
    const accepted = await tx.roster.count({ where: { ...OF_CLASSES, state: "accepted" } });
    const sealed = await tx.roster.count({ where: { ...OF_CLASSES, state: "sealed" } });
    const { headcount, verifiedCount } = sums._sum;
    const totals = { headcount: headcount ?? 0, verified: verifiedCount ?? 0, accepted, sealed };
    return { totals, mayImport };
  });
}
