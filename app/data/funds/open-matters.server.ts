import { claimName } from "~/domain/claims/claim-name";
import type { ClaimKind } from "~/domain/claims/claim";
import type { OpenMatter } from "~/domain/funds/closure";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, yuanText, type Fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import { figuresOf } from "./pot-figures.server";

/** Of one kind so many are named; what is left is seen once these are settled. */
const MOST_NAMED = 20;

/** What of a pot is not settled: spending to review, changes to decide on, claims to pay, money to claw back. */
export async function openMatters(tx: Tx, potId: string): Promise<readonly OpenMatter[]> {
  const spending = await tx.expenditure.findMany({
    where: { potId, voidedAt: null, reviewedAt: null, claimPaymentId: null },
    select: { purpose: true, amountFen: true },
    orderBy: { id: "asc" },
    take: MOST_NAMED,
  });
  const adjustments = await tx.fundAdjustment.findMany({
    where: { potId, state: "submitted" },
    select: { what: true },
    orderBy: { id: "asc" },
    take: MOST_NAMED,
  });
  const claims = await tx.claimBatch.findMany({
    where: { potId, removedAt: null, state: { not: "paid" } },
    select: { kind: true, year: true, number: true },
    orderBy: { id: "asc" },
    take: MOST_NAMED,
  });
  const clawbacks = await tx.clawback.findMany({
    where: { state: { in: ["proposed", "confirmed"] }, line: { batch: { potId } } },
    select: { amountFen: true, line: { select: { name: true } } },
    orderBy: { id: "asc" },
    take: MOST_NAMED,
  });
  const yuan = (amount: number | bigint) => yuanText(fen(Number(amount)));
  return [
    ...spending.map((one) => matter("spending", `${one.purpose} ${yuan(one.amountFen)}`)),
    ...adjustments.map(({ what }) => matter("adjustment", what)),
    ...claims.map((one) => matter("claim", claimName({ ...one, kind: one.kind as ClaimKind }))),
    ...clawbacks.map((one) => matter("clawback", `${one.line.name} ${yuan(one.amountFen)}`)),
  ];
}

/** What of the pot's money has come and is neither spent nor carried over. */
export async function lyingIn(tx: Tx, potId: string): Promise<Fen> {
  const moved = (await figuresOf(tx, [potId])).get(potId);
  return fen((moved?.lying ?? []).reduce((sum, { amountFen }) => sum + amountFen, 0));
}

/** The last day on which money of the pot moved; null: none did. */
export async function lastEntryOn(tx: Tx, potId: string): Promise<CalendarDate | null> {
  const where = { potId, voidedAt: null };
  const spent = await tx.expenditure.aggregate({ where, _max: { spentOn: true } });
  const came = await tx.fundReceipt.aggregate({ where, _max: { receivedOn: true } });
  const days = [spent._max.spentOn, came._max.receivedOn].flatMap((at) =>
    at === null ? [] : [day(at.toISOString().slice(0, 10))],
  );
  return days.sort().at(-1) ?? null;
}

function matter(kind: OpenMatter["kind"], name: string): OpenMatter {
  return { kind, name };
}
