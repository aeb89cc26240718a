import { numbersFor } from "~/data/rules/numbers.server";
import type { Actor } from "~/domain/access/actor";
import type { Fen } from "~/domain/shared/fen";
import { fen } from "~/domain/shared/fen";
import { BEFORE_ALL, priced } from "~/domain/claims/drawing";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { done, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { claimedSources } from "./claim-store.server";
import { gather, type ClaimSourceAsked, type GatherRefusal } from "./draw/gather.server";
import { openPotsOf } from "./open-pot.server";

export type { ClaimSourceAsked };

/** A pot that a claim may be drawn on, with what is left in it. */
export interface PotChoice {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly leftFen: Fen;
}

/** What drawing would give, before anything is written. */
export interface ClaimDraft {
  readonly label: string;
  readonly payee: string | null;
  /** Those who would be on it. */
  readonly people: number;
  readonly totalFen: Fen;
  /** Proved, but in another claim already; and without a day that counts. */
  readonly claimed: number;
  readonly empty: number;
  /** The rates that would be used, with how many lines; null: none is in force. */
  readonly rates: readonly {
    readonly rateFen: Fen | null;
    readonly source: string | null;
    readonly lines: number;
  }[];
  /** Of the first line's day. */
  readonly year: number;
}

export function viewClaimDraft(
  actor: Actor,
  { countyCode, source }: { readonly countyCode: string; readonly source: ClaimSourceAsked },
  today: CalendarDate,
): Promise<Outcome<ClaimDraft, GatherRefusal>> {
  return inTransaction<Outcome<ClaimDraft, GatherRefusal>>(actor, async (tx) => {
    const numbers = await numbersFor(tx, countyCode, [BEFORE_ALL, today]);
    const found = await gather(tx, { countyCode, today }, source, numbers);
    if (!found.ok) return found;
    const { lines, label, payee } = found.value;
    const ids = lines.map(({ sourceId }) => sourceId);
    const taken = await claimedSources(tx, source.kind, ids);
    const free = lines.filter(({ sourceId }) => !taken.has(sourceId));
    const open = free.filter(({ quantity }) => quantity > 0);
    const rows = open.map((line) => priced(line, source.kind, numbers));
    const counted = new Map<string, ClaimDraft["rates"][number]>();
    for (const { rateFen, rate } of rows) {
      const key = `${rateFen ?? ""} ${rate?.source ?? ""}`;
      const before = counted.get(key)?.lines ?? 0;
      counted.set(key, { rateFen, source: rate?.source ?? null, lines: before + 1 });
    }
    const first = rows.map(({ eventOn }) => eventOn).sort()[0] ?? today;
    return done({
      ...{ label, payee: payee?.name ?? null, people: open.length, claimed: taken.size },
      ...{ empty: free.length - open.length, rates: [...counted.values()] },
      totalFen: fen(rows.reduce((sum, { amountFen }) => sum + amountFen, 0)),
      year: Number(first.slice(0, 4)),
    });
  });
}

/** The pots of the county that a claim may be drawn on, the latest year first. */
export function viewPotChoices(actor: Actor, countyCode: string): Promise<readonly PotChoice[]> {
  return inTransaction(actor, (tx) => potChoices(tx, countyCode));
}

async function potChoices(tx: Tx, countyCode: string): Promise<readonly PotChoice[]> {
  const rows = await tx.fundPot.findMany({
    where: openPotsOf(countyCode),
    select: { id: true, name: true, year: true, amountFen: true, committedFen: true },
    orderBy: [{ year: "desc" }, { name: "asc" }],
    take: 200,
  });
  return rows.map(({ amountFen, committedFen, ...pot }) => ({
    ...pot,
    leftFen: fen(Number(amountFen - committedFen)),
  }));
}
