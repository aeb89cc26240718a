import type { CalendarDate } from "../shared/calendar-date";
import type { PricedLine } from "./drawing";

/** Why a line left its claim when it was drawn anew; such a line comes back by itself once it is proved again. */
export const DROPPED_REASON = "重新取数时，来源台账里已没有核实的记录";

/** A line of a claim as it stands, or as it was taken out. */
export interface WrittenLine {
  readonly id: string;
  readonly sourceId: string;
  readonly eventOn: CalendarDate;
  readonly periodFrom: CalendarDate;
  readonly periodTo: CalendarDate;
  readonly quantity: number;
  readonly unit: PricedLine["unit"];
  readonly rateFen: number | null;
  readonly amountFen: number;
  /** Null while it stands. */
  readonly removedReason: string | null;
}

export interface Redrawn {
  readonly added: readonly PricedLine[];
  readonly changed: readonly { readonly id: string; readonly line: PricedLine }[];
  /** Ids of lines that are no longer proved. */
  readonly dropped: readonly string[];
}

/**
 * What drawing anew changes: newly proved things come in unless another claim has them or somebody took them out by
 * hand; what is no longer proved goes; a line whose days, quantity or rate moved is written again.
 */
export function redrawn(
  written: readonly WrittenLine[],
  proved: readonly PricedLine[],
  claimedElsewhere: ReadonlySet<string>,
): Redrawn {
  const found = new Map(proved.filter(({ quantity }) => quantity > 0).map(bySource));
  const standing = written.filter(({ removedReason }) => removedReason === null);
  const known = new Set(standing.map(({ sourceId }) => sourceId));
  const takenOut = new Set(
    written
      .filter(({ removedReason }) => removedReason !== null && removedReason !== DROPPED_REASON)
      .map(({ sourceId }) => sourceId),
  );
  return {
    added: [...found.values()].filter(
      ({ sourceId }) =>
        !known.has(sourceId) && !takenOut.has(sourceId) && !claimedElsewhere.has(sourceId),
    ),
    changed: standing.flatMap((one) => {
      const line = found.get(one.sourceId);
      return line === undefined || isSame(one, line) ? [] : [{ id: one.id, line }];
    }),
    dropped: standing.filter(({ sourceId }) => !found.has(sourceId)).map(({ id }) => id),
  };
}

function bySource(line: PricedLine): readonly [string, PricedLine] {
  return [line.sourceId, line];
}

function isSame(one: WrittenLine, line: PricedLine): boolean {
  return (
    one.eventOn === line.eventOn &&
    one.periodFrom === line.periodFrom &&
    one.periodTo === line.periodTo &&
    one.quantity === line.quantity &&
    one.unit === line.unit &&
    one.rateFen === line.rateFen &&
    one.amountFen === line.amountFen
  );
}
