import type { CalendarDate } from "../shared/calendar-date";
import { PARAMETER_IDS, type ParameterId } from "./parameter";

/** A value as two packs, or a pack and what is in force, are compared by. */
export interface ComparedValue {
  readonly parameter: ParameterId;
  readonly value: number;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate | null;
  readonly source: string;
  /** The name of the area above for which it stands; left out of the pack's own area. */
  readonly above?: string;
}

export interface PackDifference {
  readonly parameter: ParameterId;
  readonly fromOn: CalendarDate;
  /** Null: only in the second. */
  readonly before: ComparedValue | null;
  /** Null: only in the first. */
  readonly after: ComparedValue | null;
  readonly kind: "same" | "added" | "dropped" | "changed";
}

export const DIFFERENCE_LABELS: Readonly<Record<PackDifference["kind"], string>> = {
  same: "相同",
  added: "新增",
  dropped: "没有",
  changed: "不同",
};

/** Every value of either side beside that of the other for the same parameter from the same day. */
export function packDifferences(
  before: readonly ComparedValue[],
  after: readonly ComparedValue[],
): PackDifference[] {
  const left = byKey(before);
  const right = byKey(after);
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  return keys
    .flatMap((key) => {
      const [one, other] = [left.get(key) ?? null, right.get(key) ?? null];
      const known = other ?? one;
      if (known === null) return [];
      const { parameter, fromOn } = known;
      return [{ parameter, fromOn, before: one, after: other, kind: kindOf(one, other) }];
    })
    .sort(inOrder);
}

/**
 * Every value of a pack beside the one that would hold on its first day without it, of the area itself or of the nearest
 * above it (`standing`: the own area first); the rest of the area stays as it is.
 */
export function packBesideStanding(
  standing: readonly (readonly ComparedValue[])[],
  pack: readonly ComparedValue[],
): PackDifference[] {
  return pack
    .map((after): PackDifference => {
      const { parameter, fromOn } = after;
      const before =
        standing
          .map((values) => inForceOn(values, parameter, fromOn))
          .find((one) => one !== null) ?? null;
      const kind = before === null ? "added" : before.value === after.value ? "same" : "changed";
      return { parameter, fromOn, before, after, kind };
    })
    .sort(inOrder);
}

/** Of several the one that began last. */
function inForceOn(
  values: readonly ComparedValue[],
  parameter: ParameterId,
  on: CalendarDate,
): ComparedValue | null {
  return values
    .filter((one) => one.parameter === parameter && one.fromOn <= on)
    .filter(({ toOn }) => toOn === null || toOn >= on)
    .reduce<ComparedValue | null>(
      (last, one) => (last === null || one.fromOn >= last.fromOn ? one : last),
      null,
    );
}

const byKey = (values: readonly ComparedValue[]) =>
  new Map(values.map((one) => [`${one.parameter} ${one.fromOn}`, one]));

const placeOf = ({ parameter }: PackDifference) => PARAMETER_IDS.indexOf(parameter);

const inOrder = (a: PackDifference, b: PackDifference) =>
  placeOf(a) - placeOf(b) || a.fromOn.localeCompare(b.fromOn);

function kindOf(before: ComparedValue | null, after: ComparedValue | null): PackDifference["kind"] {
  if (before === null) return "added";
  if (after === null) return "dropped";
  const isSame = before.value === after.value && before.toOn === after.toOn;
  return isSame && before.source === after.source ? "same" : "changed";
}
