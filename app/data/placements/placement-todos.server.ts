import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import type { ProofState } from "~/domain/placements/ledger-filter";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface PlacementTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

/** Where more are waiting, nobody needs the number to begin. */
const MOST_COUNTED = 1000;
const KINDS: readonly {
  readonly proof: Exclude<ProofState, "proved">;
  readonly what: string;
  readonly where: Prisma.PlacementWhereInput;
}[] = [
  { proof: "noEvidence", what: "上传就业佐证", where: { evidenceCount: 0 } },
  { proof: "notVerified", what: "查验就业登记", where: { verifiedCategory: null } },
];

/** For whoever writes a county's ledger: how many lines have no evidence, and how many are not verified. */
export async function placementTodos(tx: Tx, actor: Actor, on: string): Promise<PlacementTodo[]> {
  const todos: PlacementTodo[] = [];
  for (const { proof, what, where, county } of waiting(actor, on)) {
    const rows = await tx.placement.findMany({ where, select: { id: true }, take: MOST_COUNTED });
    if (rows.length === 0) continue;
    const count = rows.length < MOST_COUNTED ? String(rows.length) : `${MOST_COUNTED} 以上`;
    todos.push({
      what: `${what}：${count} 条`,
      countyName: regionName(county) ?? county,
      detail: proof === "noEvidence" ? "没有佐证，不计入进度" : "未查验或不在建档立卡数据中",
      to: `/placements?${new URLSearchParams({ state: "all", county, proof }).toString()}`,
    });
  }
  return todos;
}

/** How many things `placementTodos` lists: one for each county and kind with any line waiting. */
export async function countPlacementTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  let count = 0;
  for (const { where } of waiting(actor, on)) {
    const first = await tx.placement.findFirst({ where, select: { id: true } });
    if (first !== null) count += 1;
  }
  return count;
}

/** The second condition is the index's own (placement_unproved) and follows from the first. */
function waiting(actor: Actor, on: string) {
  const counties = countiesFor(actor, "placement.write", on);
  const unproved = { OR: [{ verifiedCategory: null }, { evidenceCount: 0 }] };
  return counties.flatMap((county) =>
    KINDS.map(({ where, ...kind }) => ({
      ...kind,
      county,
      where: { AND: [{ countyCode: county, removedAt: null }, where, unproved] },
    })),
  );
}
