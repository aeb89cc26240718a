import type { Allocation, ColumnUnit } from "./allocation";
import { slotsOf, type ParentLine, type Slot, type SlotPlace } from "./balance-slots";
import { sumsOf, type Sum } from "./balance-sums";

/** A sum as it was worked out, with what it is made of. */
export interface CheckedSum {
  readonly key: string;
  readonly label: string;
  readonly kind: Sum["kind"];
  readonly unit: ColumnUnit;
  readonly parts: readonly {
    readonly label: string;
    readonly value: number;
    readonly unit: ColumnUnit;
  }[];
  /** Of a share: what it is a share of. */
  readonly base: number | null;
  readonly stated: number;
  readonly computed: number;
  readonly holds: boolean;
}

/** A figure that, put right, makes every sum hold. */
export interface Suspect {
  readonly place: SlotPlace;
  readonly label: string;
  readonly unit: ColumnUnit;
  readonly stated: number;
  readonly shouldBe: number;
}

export interface Balance {
  readonly sums: readonly CheckedSum[];
  readonly wrong: readonly CheckedSum[];
  /**
   * One: that figure is wrong and what it should say is told. Several: one of them is. None, though sums are
   * wrong: more than one figure is.
   */
  readonly suspects: readonly Suspect[];
}

/**
 * Works out every sum a table states, and which single figure would put all of them right: where a row, its column
 * and its project differ by the same amount it is the cell they share.
 */
export function balance(table: Allocation, parent: ParentLine | null = null): Balance {
  const slots = slotsOf(table, parent);
  const sums = sumsOf(table, slots, parent);
  const values = slots.map(({ value }) => value);
  const checked = sums.map((sum) => described(sum, slots, values));
  const failing = sums.filter((_, at) => checked[at]?.holds === false);
  const suspects = failing.length === 0 ? [] : suspectsOf(slots, sums, failing);
  return { sums: checked, wrong: checked.filter(({ holds }) => !holds), suspects };
}

function suspectsOf(
  slots: readonly Slot[],
  sums: readonly Sum[],
  failing: readonly Sum[],
): readonly Suspect[] {
  const values = slots.map(({ value }) => value);
  return slots.flatMap((slot, index) => {
    if (slot.place.kind === "parent") return [];
    const touched = sums.filter((sum) => touches(sum, index));
    if (!failing.every((sum) => touched.includes(sum))) return [];
    const { place, label, unit, value: stated } = slot;
    const rights = [...new Set(failing.flatMap((sum) => corrections(sum, index, values)))];
    return rights
      .filter((right) => right >= 0 && right !== stated)
      .filter((right) => {
        const put = values.map((value, at) => (at === index ? right : value));
        return touched.every((sum) => computed(sum, put) === (put[sum.whole] ?? 0));
      })
      .slice(0, 1)
      .map((shouldBe) => ({ place, label, unit, stated, shouldBe }));
  });
}

/** What the figure would have to be for this sum to hold. */
function corrections(sum: Sum, index: number, values: readonly number[]): readonly number[] {
  const right = computed(sum, values);
  if (sum.whole === index) return [right];
  if (sum.kind === "share") return [];
  return [(values[index] ?? 0) + (values[sum.whole] ?? 0) - right];
}

function touches({ parts, whole, base }: Sum, index: number): boolean {
  return whole === index || parts.includes(index) || base.includes(index);
}

function computed({ kind, parts, base }: Sum, values: readonly number[]): number {
  const added = (of: readonly number[]) => of.reduce((sum, at) => sum + (values[at] ?? 0), 0);
  return kind === "sum" ? added(parts) : shareOf(added(parts), added(base));
}

/** Hundredths of a per cent, half a hundredth rounded up; 0 of nothing. */
function shareOf(part: number, whole: number): number {
  if (whole === 0) return 0;
  return Number((BigInt(part) * 20_000n + BigInt(whole)) / (BigInt(whole) * 2n));
}

function described(sum: Sum, slots: readonly Slot[], values: readonly number[]): CheckedSum {
  const { key, label, kind, whole, parts, base } = sum;
  const right = computed(sum, values);
  const stated = values[whole] ?? 0;
  return {
    ...{ key, label, kind, stated, computed: right, holds: stated === right },
    unit: slots[whole]?.unit ?? "FEN",
    parts: parts.flatMap((at) => {
      const slot = slots[at];
      return slot === undefined ? [] : [{ label: slot.label, value: slot.value, unit: slot.unit }];
    }),
    base: kind === "share" ? base.reduce((all, at) => all + (values[at] ?? 0), 0) : null,
  };
}
