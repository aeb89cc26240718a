import {
  NOT_COUNTED_CURES,
  NOT_COUNTED_LABELS,
  whyNotCounted,
  type CountingFacts,
  type NotCounted,
} from "../placements/counting";
import type { CalendarDate } from "../shared/calendar-date";
import type { Tally } from "./counting";

/** The lists behind a county's figures. */
export type PeopleKind = "proved" | "missing" | "verified" | "registered";

export const PEOPLE_KINDS: Readonly<Record<PeopleKind, string>> = {
  proved: "计入进度",
  missing: "未计入",
  verified: "已查验",
  registered: "全部登记",
};

/** How many stand on each list. */
export function sizeOf(kind: PeopleKind, tally: Tally): number {
  switch (kind) {
    case "proved":
      return tally.proved;
    case "missing":
      return tally.registered - tally.proved;
    case "verified":
      return tally.verified;
    case "registered":
      return tally.registered;
  }
}

/** Why a line of the list is in no figure of the target, and what is to be done about it. */
export interface Reason {
  readonly label: string;
  readonly cure: string;
}

const ELSEWHERE: Reason = {
  label: "已计入同一文件的另一项指标",
  cure: "按本目标的口径，同一人只计首次就业所属的一项指标，不需处理。",
};

/** The reasons of the placement itself, and that the person counts for another measure of the document. */
export function reasonsFor(
  one: CountingFacts & { readonly countsElsewhere: boolean },
  asOf: CalendarDate,
): readonly Reason[] {
  const own = whyNotCounted(one, asOf).map((reason: NotCounted) => ({
    label: NOT_COUNTED_LABELS[reason],
    cure: NOT_COUNTED_CURES[reason],
  }));
  return one.countsElsewhere ? [...own, ELSEWHERE] : own;
}
