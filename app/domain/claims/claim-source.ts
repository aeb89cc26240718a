import type { CalendarDate } from "../shared/calendar-date";

/** Something a claim can be drawn from, with how many of its people, and why the others are not. */
export interface SourceChoice {
  readonly key: string;
  readonly label: string;
  /** Its days, and what else tells it apart. */
  readonly note: string;
  readonly people: number;
  /** Proved and in no claim. */
  readonly open: number;
  /** Why the others are not, most telling first: 未封存 12 人. */
  readonly hindered: readonly { readonly reason: string; readonly count: number }[];
  /** What an address says to ask for it. */
  readonly search: Readonly<Record<string, string>>;
}

/** How a proved thing stands towards a claim. */
export type SourceStanding =
  "open" | "claimed" | "publicPost" | "local" | "noEvidence" | "tooSoon" | "notYet";

const REASONS: Readonly<Record<Exclude<SourceStanding, "open">, string>> = {
  claimed: "已列入其他申领",
  publicPost: "是公共服务岗位",
  local: "在本县就业，不属外出",
  noEvidence: "没有佐证材料",
  tooSoon: "工作未满规定月数",
  notYet: "未发放、未签收或未锁定",
};

/** People of one source counted by how they stand. */
export class SourceCount {
  readonly #counts = new Map<SourceStanding, number>();

  add(standing: SourceStanding, count: number): void {
    this.#counts.set(standing, (this.#counts.get(standing) ?? 0) + count);
  }

  get people(): number {
    return [...this.#counts.values()].reduce((sum, one) => sum + one, 0);
  }

  get open(): number {
    return this.#counts.get("open") ?? 0;
  }

  hindered(): SourceChoice["hindered"] {
    return (Object.keys(REASONS) as (keyof typeof REASONS)[]).flatMap((standing) => {
      const count = this.#counts.get(standing) ?? 0;
      return count === 0 ? [] : [{ reason: REASONS[standing], count }];
    });
  }
}

/** Where one placement stands, the first hindrance that holds. */
export function placementStanding(placement: {
  readonly isClaimed: boolean;
  readonly isPublicPost: boolean;
  /** It stays in the county, and the kind is for going out. */
  readonly isLocalOutwork: boolean;
  readonly hasEvidence: boolean;
  readonly wantedUntil: CalendarDate;
  readonly today: CalendarDate;
}): SourceStanding {
  if (placement.isClaimed) return "claimed";
  if (placement.isPublicPost) return "publicPost";
  if (placement.isLocalOutwork) return "local";
  if (!placement.hasEvidence) return "noEvidence";
  return placement.wantedUntil > placement.today ? "tooSoon" : "open";
}
