import type { Actor } from "~/domain/access/actor";
import { may, narrowedTo } from "~/domain/access/policy";
import { carryOverOf, isYearOver } from "~/domain/funds/carry-over";
import type { PotPurpose } from "~/domain/funds/pot";
import { readsWholeLine } from "~/domain/placements/reader";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { areaName } from "./document-view.server";
import { findPot, type PotRecord } from "./pot-store.server";

/** A pot as every page of it shows it. */
export interface PotHead {
  readonly id: string;
  readonly regionCode: string;
  readonly areaName: string;
  readonly year: number;
  readonly name: string;
  readonly unitName: string;
  readonly purpose: PotPurpose;
  readonly amountFen: Fen;
  readonly committedFen: Fen;
  /** Neither spent nor set aside. */
  readonly leftFen: Fen;
  /** Carried over and not freed. */
  readonly isLocked: boolean;
  /** Its year is over and nothing has freed its rest: nothing new is spent of it. */
  readonly isYearOver: boolean;
  readonly isCarried: boolean;
  readonly plannedFen: Fen;
  readonly letterReceivedOn: CalendarDate | null;
  readonly isClosed: boolean;
  /** Null: it stands. */
  readonly voidReason: string | null;
  /** Neither voided nor closed: something can still be entered. */
  readonly isOpen: boolean;
  readonly version: number;
  readonly mayWrite: boolean;
  readonly mayManage: boolean;
  readonly mayReview: boolean;
  readonly mayRelease: boolean;
  /** Vouchers may name people and their accounts; a district officer reads the figures only. */
  readonly mayOpenFiles: boolean;
}

/** The head of a pot; null out of scope. */
export function viewPotHead(
  actor: Actor,
  id: string,
  today: CalendarDate,
): Promise<PotHead | null> {
  return inTransaction(narrowedTo(actor, "fund.read", today), async (tx) => {
    const pot = await findPot(tx, id);
    return pot === null ? null : potHead(actor, pot, today);
  });
}

export function potHead(actor: Actor, pot: PotRecord, today: CalendarDate): PotHead {
  const { id, regionCode, year, name, unitName, purpose, amountFen, committedFen } = pot;
  const isVoided = pot.voidedAt !== null;
  const isClosed = pot.closedAt !== null;
  return {
    ...{ id, regionCode, year, name, unitName, purpose, amountFen, committedFen, isClosed },
    ...{ areaName: areaName(regionCode), leftFen: carryOverOf(pot), isLocked: pot.isLocked },
    ...{ voidReason: isVoided ? pot.voidReason : null, isOpen: !isVoided && !isClosed },
    ...{ isYearOver: isYearOver(pot, today), isCarried: pot.carriedFromId !== null },
    ...{ plannedFen: pot.plannedFen, letterReceivedOn: pot.letterReceivedOn },
    mayOpenFiles: readsWholeLine(actor, regionCode, today),
    version: pot.version,
    mayWrite: may(actor, "fund.write", regionCode, today),
    mayManage: may(actor, "fund.manage", regionCode, today),
    mayReview: may(actor, "fund.review", regionCode, today),
    mayRelease: may(actor, "fund.release", regionCode, today),
  };
}
