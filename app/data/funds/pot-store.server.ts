import { z } from "zod";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import type { PotPurpose } from "~/domain/funds/pot";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import type { Prisma, Tx } from "~/platform/prisma/client.server";

/** What an officer says of a pot when he sets it up. */
export interface PotFacts {
  readonly regionCode: string;
  readonly year: number;
  readonly name: string;
  readonly unitName: string;
  readonly purpose: PotPurpose;
  readonly isLabour: boolean;
  readonly amountFen: Fen;
  readonly plannedFen: Fen;
  /** The day the paying side got the letter for it; null: not known. */
  readonly letterReceivedOn: CalendarDate | null;
  readonly implementer: string;
  /** Six digits; empty where it is not known. */
  readonly implementerRegion: string;
  readonly implementerReason: string;
}

export interface PotRecord extends PotFacts {
  readonly id: string;
  readonly cellId: string | null;
  readonly committedFen: Fen;
  readonly carriedFromId: string | null;
  readonly isLocked: boolean;
  readonly releaseId: string | null;
  /** Of its latest release; null: it was never freed. */
  readonly releasedOn: CalendarDate | null;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly version: number;
  readonly closedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string;
}

/** A claim's payment as the bank carried it out. */
export interface ClaimSpending {
  readonly potId: string;
  readonly claimPaymentId: string;
  readonly spentOn: CalendarDate;
  readonly amountFen: Fen;
  /** 第 3 批稳岗补贴，42 人 */
  readonly purpose: string;
  readonly payee: string;
  readonly voucherNo: string;
}

interface By {
  readonly userId: string;
  readonly name: string;
  readonly now: Date;
}

const purposes = z.enum(["LABOUR_TRANSFER", "REIMBURSEMENT", "OTHER"]);

/** The pot; null where there is none, and out of scope. */
export async function findPot(tx: Tx, id: string): Promise<PotRecord | null> {
  if (!isUuid(id)) return null;
  const row = await tx.fundPot.findUnique({ where: { id } });
  if (row === null) return null;
  const released = await releaseDays(tx, [row]);
  return potOf(row, released);
}

/** Standing pots that fit, area by area, at most so many. */
export async function findPotsOf(
  tx: Tx,
  asked: { readonly year: number; readonly regionCode: string | null } | OpenPots,
  most: number,
): Promise<readonly PotRecord[]> {
  const rows = await tx.fundPot.findMany({
    where: { ...whichPots(asked), voidedAt: null },
    orderBy: [{ regionCode: "asc" }, { id: "asc" }],
    take: most,
  });
  const released = await releaseDays(tx, rows);
  return rows.map((row) => potOf(row, released));
}

type PotRow = Prisma.FundPotGetPayload<null>;

/** The day of each pot's latest release, by the release. */
async function releaseDays(
  tx: Tx,
  rows: readonly PotRow[],
): Promise<ReadonlyMap<string, CalendarDate>> {
  const ids = rows.flatMap(({ releaseId }) => releaseId ?? []);
  if (ids.length === 0) return new Map();
  const releases = await tx.carryOverRelease.findMany({
    where: { id: { in: ids } },
    select: { id: true, releasedOn: true },
  });
  return new Map(releases.map(({ id, releasedOn }) => [id, toDay(releasedOn)]));
}

/** Those of the areas that are not closed, of whatever year. */
interface OpenPots {
  readonly openIn: readonly string[];
}

function whichPots(asked: Parameters<typeof findPotsOf>[1]): Prisma.FundPotWhereInput {
  if ("openIn" in asked) return { regionCode: { in: [...asked.openIn] }, closedAt: null };
  const { year, regionCode } = asked;
  return { year, ...(regionCode === null ? {} : { regionCode }) };
}

function potOf(row: PotRow, released: ReadonlyMap<string, CalendarDate>): PotRecord {
  const { id, regionCode, cellId, year, name, unitName, isLabour, carriedFromId, isLocked } = row;
  const { releaseId, implementer, implementerRegion, implementerReason, createdByName } = row;
  return {
    ...{ id, regionCode, cellId, year, name, unitName, isLabour, carriedFromId, isLocked },
    ...{ releaseId, implementer, implementerRegion, implementerReason, createdByName },
    ...{ version: row.version, closedAt: row.closedAt, voidedAt: row.voidedAt },
    createdAt: row.createdAt,
    letterReceivedOn: row.letterReceivedOn === null ? null : toDay(row.letterReceivedOn),
    releasedOn: releaseId === null ? null : (released.get(releaseId) ?? null),
    purpose: purposes.parse(row.purpose),
    amountFen: fen(Number(row.amountFen)),
    committedFen: fen(Number(row.committedFen)),
    plannedFen: fen(Number(row.plannedFen)),
    voidReason: row.voidReason ?? "",
  };
}

/**
 * Sets money of a pot aside, in one statement: of two that race for the last of it one gets false. False too when
 * the pot is locked, closed, voided or out of scope, or when its accounts are final, unless what is left then is
 * carried over. `amount` in fen.
 */
export async function commitToPot(
  tx: Tx,
  potId: string,
  amount: Fen,
  { evenAfterAccounts }: { readonly evenAfterAccounts: boolean } = { evenAfterAccounts: false },
): Promise<boolean> {
  const changed = await tx.$executeRaw`UPDATE fund_pot
    SET committed_fen = committed_fen + ${BigInt(amount)}
    WHERE id = ${potId}::uuid AND committed_fen + ${BigInt(amount)} <= amount_fen
      AND voided_at IS NULL AND closed_at IS NULL AND NOT is_locked
      AND (${evenAfterAccounts} OR NOT EXISTS (SELECT FROM closure_step s
        WHERE s.pot_id = fund_pot.id AND s.step = 'FINAL_ACCOUNTS' AND s.voided_at IS NULL))`;
  return changed === 1;
}

/** Gives back what was set aside; throws a RangeError when so much never was. `amount` in fen. */
export async function releaseFromPot(tx: Tx, potId: string, amount: Fen): Promise<void> {
  const changed = await tx.$executeRaw`UPDATE fund_pot
    SET committed_fen = committed_fen - ${BigInt(amount)}
    WHERE id = ${potId}::uuid AND committed_fen >= ${BigInt(amount)}`;
  if (changed !== 1) throw new RangeError(`not set aside in the pot ${potId}`);
}

/** Changes the pot as it was read; false when somebody came first. */
export async function changePot(
  tx: Tx,
  { id, version }: Pick<PotRecord, "id" | "version">,
  change: Pick<
    Prisma.FundPotUncheckedUpdateManyInput,
    | "isLocked"
    | "releaseId"
    | "closedAt"
    | "voidedAt"
    | "voidReason"
    | "plannedFen"
    | "letterReceivedOn"
  >,
): Promise<boolean> {
  const { count } = await tx.fundPot.updateMany({
    where: { id, version, voidedAt: null },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

/**
 * Enters a payment of claims among the pot's spending. Nothing is set aside: the second approval did that. It was
 * approved by two offices and needs no further review. One payment is entered once.
 */
export async function recordClaimSpending(
  tx: Tx,
  id: string,
  one: ClaimSpending & { readonly regionCode: string },
  by: By,
): Promise<void> {
  await tx.expenditure.create({
    data: {
      ...{ ...one, id, category: "SUBSIDY" },
      ...{ amountFen: BigInt(one.amountFen), spentOn: new Date(one.spentOn) },
      ...{ recordedBy: by.userId, recordedByName: by.name, recordedAt: by.now },
    },
  });
}

export function leavePotTrail(
  tx: Tx,
  actor: Actor,
  pot: Pick<PotRecord, "id" | "regionCode" | "name">,
  event: {
    readonly action: string;
    readonly at: Date;
    readonly detail?: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const { action, at, detail } = event;
  return leaveTrail(tx, {
    ...{ at, actorId: actor.userId, actorName: actor.name, action },
    ...{ subjectKind: "fundPot", subjectId: pot.id, countyCode: pot.regionCode },
    detail: { name: pot.name, ...detail },
  });
}

const toDay = (at: Date): CalendarDate => day(at.toISOString().slice(0, 10));
