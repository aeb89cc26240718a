import type { Destination } from "../placements/destination";
import { rateParameterOf } from "../rules/rate-parameter";
import type { NumberInForce, NumbersOn } from "../rules/value-series";
import { day, type CalendarDate } from "../shared/calendar-date";
import { fen, type Fen } from "../shared/fen";
import type { ClaimKind, ClaimUnit } from "./claim";

/** Before anything that can be claimed: 曲财农〔2020〕31号 is of 2020, and work it pays began not long before. */
export const BEFORE_ALL = day("2015-01-01");

/** One proved thing of one person, before it is priced. */
export interface ProvedLine {
  readonly sourceId: string;
  readonly personId: string;
  /** Hexadecimal. */
  readonly idIndex: string;
  readonly name: string;
  readonly eventOn: CalendarDate;
  readonly periodFrom: CalendarDate;
  readonly periodTo: CalendarDate;
  readonly quantity: number;
  readonly unit: ClaimUnit;
  /** Of a placement; null for the others. */
  readonly destination: Destination | null;
}

/** The value an amount was worked out with, kept beside it. */
export interface RateUsed extends NumberInForce {
  readonly parameter: string;
}

export interface PricedLine extends ProvedLine {
  readonly rateFen: Fen | null;
  readonly amountFen: Fen;
  readonly rate: RateUsed | null;
}

/** Quantity × the rate in force on the line's day, rounded to the fen; without a rate the amount is nought. */
export function priced(line: ProvedLine, kind: ClaimKind, numbers: NumbersOn): PricedLine {
  const { destination, unit } = line;
  const placement = destination === null ? null : { destination };
  const parameter = rateParameterOf({ kind, unit, placement });
  const found = parameter === null ? null : numbers(line.eventOn)(parameter);
  if (parameter === null || found === null) {
    return { ...line, rateFen: null, amountFen: fen(0), rate: null };
  }
  const rateFen = fen(Math.round(found.value * 100));
  const amountFen = fen(Math.round(line.quantity * rateFen));
  return { ...line, rateFen, amountFen, rate: { ...found, parameter } };
}
