import type { CalendarDate } from "../shared/calendar-date";
import type { CountingBasis, Measure } from "./measure";

/** One county's part; null where the document gives no number. */
export interface TargetShare {
  readonly areaCode: string;
  readonly value: number | null;
}

/** What a document demands of an area, as it stands or once stood. */
export interface Target {
  readonly id: string;
  /** The area that answers for the whole: a prefecture, a county, or a Shanghai district for its pairings. */
  readonly regionCode: string;
  readonly measure: Measure;
  readonly periodFrom: CalendarDate;
  /** The last day that counts. */
  readonly deadlineOn: CalendarDate;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly issuedOn: CalendarDate;
  readonly clause: string;
  readonly summary: string;
  readonly basis: CountingBasis;
  /** Whether one person may count for another measure of the same document too. */
  readonly mayShare: boolean;
  /** Whether the document says how to count; otherwise it is our definition. */
  readonly basisIsStated: boolean;
  /** More than the value is asked for (超额). */
  readonly mustExceed: boolean;
  readonly value: number | null;
  /** 1 for the first; each document that changes it adds one. */
  readonly revision: number;
  readonly revisesId: string | null;
  readonly revisionReason: string;
  /** What the document does not say and we or the clerk supplied; empty when it says all. */
  readonly assumptions: string;
  /** Instant since which it is void, entered by mistake; null while it stands. */
  readonly voidedAt: string | null;
  readonly shares: readonly TargetShare[];
}

type Link = Pick<Target, "id" | "revisesId">;

/** The rows that no later document has revised, and that are not void. */
export function standing<T extends Link & Pick<Target, "voidedAt">>(
  all: readonly T[],
): readonly T[] {
  const revised = new Set(all.map(({ revisesId }) => revisesId));
  return all.filter(({ id, voidedAt }) => !revised.has(id) && voidedAt === null);
}

/** The row and those it goes back to, the latest first. */
export function history<T extends Link>(all: readonly T[], from: T): readonly T[] {
  const chain: T[] = [];
  for (let one: T | undefined = from; one !== undefined;) {
    chain.push(one);
    const earlier: string | null = one.revisesId;
    one = all.find(({ id }) => id === earlier);
  }
  return chain;
}

/** How the counties' parts compare with the area's total; null where there is no total or no part. */
export function sumDifference(target: Pick<Target, "value" | "shares">): {
  /** Of the parts that have a number. */
  readonly sum: number;
  /** Sum less total: above zero, more is handed out than asked for, whatever the others get. */
  readonly difference: number;
  /** Counties without a number: while there are any, a sum below the total says nothing. */
  readonly missing: number;
} | null {
  if (target.value === null || target.shares.length === 0) return null;
  const sum = target.shares.reduce((whole, { value }) => whole + (value ?? 0), 0);
  const missing = target.shares.filter(({ value }) => value === null).length;
  return { sum, difference: sum - target.value, missing };
}

/** The number at which the target is met: one more than the value where it must be exceeded; null without one. */
export function neededFor(value: number | null, mustExceed: boolean): number | null {
  return value === null ? null : mustExceed ? value + 1 : value;
}

/** The unit in which a basis counts. */
export function unitOf({ basis, measure }: Pick<Target, "basis" | "measure">): string {
  switch (basis) {
    case "HEADCOUNT":
      return "人";
    case "PERSON_TIMES":
      return "人次";
    case "EVENTS":
      return measure === "TRAINING_CLASSES" ? "期" : "场";
  }
}
