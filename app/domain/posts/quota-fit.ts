import type { CalendarDate } from "../shared/calendar-date";
import type { HeldTerm } from "./term";

/** A post that came by file and stands under no quota yet. */
export interface UnplacedPost extends HeldTerm {
  readonly township: string;
  readonly village: string;
  readonly monthlyRateFen: number;
}

/** What of a quota a post has to fit into. */
export interface QuotaBounds {
  readonly township: string;
  readonly village: string;
  readonly monthlyRateFen: number;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
}

/** What an appointment took over from its quota. */
interface AgreedPost extends UnplacedPost {
  readonly fundSource: string;
}

export type QuotaMisfit = "area" | "rate" | "days";

/** Why a post that is held already cannot stand under the quota; null when it can, room aside. A blank area fits any. */
export function quotaMisfit(post: UnplacedPost, quota: QuotaBounds): QuotaMisfit | null {
  const isElsewhere = (one: string, other: string) => one !== "" && other !== "" && one !== other;
  if (isElsewhere(quota.township, post.township) || isElsewhere(quota.village, post.village)) {
    return "area";
  }
  if (post.monthlyRateFen > quota.monthlyRateFen) return "rate";
  return post.startsOn < quota.fromOn || post.endsOn > quota.toOn ? "days" : null;
}

/** Whether the quota by now gives something else than what was agreed under it: area, days, rate or fund. */
export function isQuotaChanged(
  post: AgreedPost,
  quota: QuotaBounds & { readonly fundSource: string },
): boolean {
  return (
    quotaMisfit(post, quota) !== null ||
    post.monthlyRateFen !== quota.monthlyRateFen ||
    post.fundSource !== quota.fundSource
  );
}
