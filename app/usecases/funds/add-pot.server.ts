import { holdAllocatedCell, pottedOf } from "~/data/funds/allocated-cell.server";
import { savePot } from "~/data/funds/new-pot.server";
import { leavePotTrail, type PotFacts } from "~/data/funds/pot-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { letterDayRefusal, type LetterDayRefusal } from "~/domain/funds/letter-day";
import { purposeRefusal, type PurposeRefusal } from "~/domain/funds/reimbursement";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type AddPotRefusal =
  | { readonly kind: "forbidden" }
  /** No money of a standing table, or of another area. */
  | { readonly kind: "cellUnknown" }
  | { readonly kind: "year"; readonly year: number }
  /** More than the cell has left, in fen. */
  | { readonly kind: "beyondCell"; readonly leftFen: Fen }
  /** Money of that kind is not set up for that purpose. */
  | PurposeRefusal
  | LetterDayRefusal
  /** A unit of Shanghai carries it out and nobody said why. */
  | { readonly kind: "implementerReason" };

/** Sets up what a unit spends of a cell of an allocation table; the pots of one cell never pass it. Answers the id. */
export async function addPot(
  actor: Actor,
  asked: { readonly cellId: string; readonly facts: PotFacts },
  now: Date,
): Promise<Outcome<string, AddPotRefusal>> {
  const { facts } = asked;
  if (!may(actor, "fund.write", facts.regionCode, dayInChina(now))) {
    return refused({ kind: "forbidden" });
  }
  if (facts.implementerRegion.startsWith("31") && facts.implementerReason.trim() === "") {
    return refused({ kind: "implementerReason" });
  }
  return inTransaction(actor, async (tx) => {
    const fitted = await fittedTo(tx, asked, dayInChina(now));
    if (!fitted.ok) return fitted;
    const pot = { id: newId(), facts: fitted.value, cellId: asked.cellId, carriedFromId: null };
    await savePot(tx, pot, { userId: actor.userId, name: actor.name, now });
    const head = { ...fitted.value, id: pot.id };
    const detail = { amount: yuanText(facts.amountFen) };
    await leavePotTrail(tx, actor, head, { action: "fund.pot.add", at: now, detail });
    return done(pot.id);
  });
}

/** The facts as the cell allows them; whether they are labour cooperation the table itself says. */
async function fittedTo(
  tx: Tx,
  { cellId, facts }: { readonly cellId: string; readonly facts: PotFacts },
  today: CalendarDate,
): Promise<Outcome<PotFacts, AddPotRefusal>> {
  const cell = await holdAllocatedCell(tx, cellId);
  if (cell === null || cell.areaCode !== facts.regionCode) return refused({ kind: "cellUnknown" });
  if (cell.year !== facts.year) return refused({ kind: "year", year: cell.year });
  const leftFen = fen(cell.amountFen - (await pottedOf(tx, cellId)));
  if (facts.amountFen > leftFen) return refused({ kind: "beyondCell", leftFen });
  const implementerReason = withNumbersMasked(facts.implementerReason);
  const fitted = { ...facts, implementerReason, isLabour: cell.isLabour ?? facts.isLabour };
  const letterOn = facts.letterReceivedOn;
  const days = { issuedOn: cell.issuedOn, firstReceivedOn: null };
  const early = letterOn === null ? null : letterDayRefusal(letterOn, days, today);
  const wrong = early ?? purposeRefusal(fitted);
  return wrong === null ? done(fitted) : refused(wrong);
}
