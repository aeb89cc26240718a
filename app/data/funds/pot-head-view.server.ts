import type { Actor } from "~/domain/access/actor";
import { may, narrowedTo } from "~/domain/access/policy";
import { carryOverFrom, carryOverOf, isYearOver } from "~/domain/funds/carry-over";
import type { PotPurpose } from "~/domain/funds/pot";
import { isReleasable } from "~/domain/funds/release";
import { readsWholeLine } from "~/domain/placements/reader";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { areaName } from "./document-view.server";
import { finalAccountsOn } from "./pot-checks.server";
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
  /** The last year in which it is spent is over: nothing new is spent of it. */
  readonly isYearOver: boolean;
  readonly isCarried: boolean;
  readonly plannedFen: Fen;
  readonly letterReceivedOn: CalendarDate | null;
  readonly isClosed: boolean;
  /** Null: it stands. */
  readonly voidReason: string | null;
  /** Neither voided nor closed: its closure goes on, and its rest can be carried over. */
  readonly isOpen: boolean;
  /** The final accounts stand: no figure of it changes any more. */
  readonly hasFinalAccounts: boolean;
  /** Open and before its final accounts: money, progress and changes can still be entered. */
  readonly takesEntries: boolean;
  /** The first day on which its rest can be carried over, and whether it has come. */
  readonly carryOverFrom: CalendarDate;
  readonly canCarryOver: boolean;
  /** Carried over, and locked for the first time or again. */
  readonly isReleasable: boolean;
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
    if (pot === null) return null;
    return potHead(actor, pot, (await finalAccountsOn(tx, pot.id)) !== null, today);
  });
}

function potHead(
  actor: Actor,
  pot: PotRecord,
  hasFinalAccounts: boolean,
  today: CalendarDate,
): PotHead {
  const { id, regionCode, year, name, unitName, purpose, amountFen, committedFen } = pot;
  const isVoided = pot.voidedAt !== null;
  const isClosed = pot.closedAt !== null;
  const isOpen = !isVoided && !isClosed;
  const from = carryOverFrom(pot);
  return {
    ...{ id, regionCode, year, name, unitName, purpose, amountFen, committedFen, isClosed },
    ...{ areaName: areaName(regionCode), leftFen: carryOverOf(pot), isLocked: pot.isLocked },
    ...{ voidReason: isVoided ? pot.voidReason : null, isOpen, hasFinalAccounts },
    ...{ takesEntries: isOpen && !hasFinalAccounts, isReleasable: isReleasable(pot, today) },
    ...{ carryOverFrom: from, canCarryOver: isOpen && !pot.isLocked && today >= from },
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
