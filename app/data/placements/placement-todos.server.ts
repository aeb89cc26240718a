import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { MOST_COUNTED } from "~/domain/shared/counted";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface PlacementTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

interface Kind {
  readonly what: string;
  readonly detail: string;
  /** Of the ledger's filter: what the list is narrowed to. */
  readonly filter: Readonly<Record<string, string>>;
  /** The first of the county's lines that wait, by an index. */
  readonly waiting: (tx: Tx, countyCode: string, take: number) => Promise<readonly unknown[]>;
}

const KINDS: readonly Kind[] = [
  {
    ...{ what: "上传就业佐证", detail: "没有佐证，不计入进度", filter: { proof: "noEvidence" } },
    waiting: unproved({ evidenceCount: 0 }),
  },
  {
    ...{ what: "查验就业登记", detail: "未查验或不在建档立卡数据中" },
    filter: { proof: "notVerified" },
    waiting: unproved({ verifiedCategory: null }),
  },
  {
    ...{ what: "核对时间重叠", detail: "同一人同一时间另有就业或培训，属实的写明情况" },
    filter: { check: "overlap" },
    waiting: (tx, countyCode, take) =>
      tx.placementOverlap.findMany({
        where: { countyCode, checkedAt: null },
        ...{ select: { placementId: true }, take },
      }),
  },
];

/** For whoever writes a county's ledger: how many lines have no evidence, are not verified, or overlap another unlooked at. */
export async function placementTodos(tx: Tx, actor: Actor, on: string): Promise<PlacementTodo[]> {
  const todos: PlacementTodo[] = [];
  for (const { what, detail, filter, waiting, county } of kindsOf(actor, on)) {
    const { length } = await waiting(tx, county, MOST_COUNTED);
    if (length === 0) continue;
    const count = length < MOST_COUNTED ? String(length) : `${MOST_COUNTED} 以上`;
    todos.push({
      ...{ what: `${what}：${count} 条`, countyName: regionName(county) ?? county, detail },
      to: `/placements?${new URLSearchParams({ state: "all", county, ...filter }).toString()}`,
    });
  }
  return todos;
}

/** How many things `placementTodos` lists: one for each county and kind with any line waiting. */
export async function countPlacementTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  let count = 0;
  for (const { waiting, county } of kindsOf(actor, on)) {
    count += (await waiting(tx, county, 1)).length;
  }
  return count;
}

function kindsOf(actor: Actor, on: string) {
  return countiesFor(actor, "placement.write", on).flatMap((county) =>
    KINDS.map((kind) => ({ ...kind, county })),
  );
}

/** The last condition is the index's own (placement_unproved) and follows from the one before. */
function unproved(where: Prisma.PlacementWhereInput): Kind["waiting"] {
  const either = { OR: [{ verifiedCategory: null }, { evidenceCount: 0 }] };
  return (tx, countyCode, take) =>
    tx.placement.findMany({
      where: { AND: [{ countyCode, removedAt: null }, where, either] },
      ...{ select: { id: true }, take },
    });
}
