import type { FlaggedShare } from "~/data/posts/flagged-share-view.server";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";

interface FlaggedShareTilesProps {
  readonly share: FlaggedShare;
  /** The day it is of, where that is not today. */
  readonly on?: string | null;
}

/**
 * The whole share of posts in counties that are to have more of them; shown, it blocks nothing. Who is in the post is
 * listed as of today only: a figure of a past day, or of several counties, opens nothing.
 */
export function FlaggedShareTiles({ share, on = null }: FlaggedShareTilesProps) {
  const day = on === null ? "" : `on=${on}`;
  const flaggedQuotas = `/posts/quotas?${["state=flagged", day].filter(Boolean).join("&")}`;
  const { counties, posts, held, flaggedCounties, flaggedPosts, flaggedHeld } = share;
  return (
    <StatTiles>
      <StatTile
        label="岗位数"
        value={posts}
        unit="个"
        to={day === "" ? "/posts/quotas" : `/posts/quotas?${day}`}
        note={`${counties} 个县（市、区）`}
      />
      <StatTile
        label={day === "" ? "全部在岗" : "当日在岗"}
        value={held}
        unit="人"
        {...(day === "" && { to: "/posts?state=serving" })}
      />
      <StatTile
        label="挂牌督战、受疫情影响较大县的岗位"
        value={flaggedPosts}
        unit="个"
        to={flaggedQuotas}
        note={`${flaggedCounties} 个县，占${shareText(flaggedPosts, posts)}`}
      />
      <StatTile
        label="这些县的在岗"
        value={flaggedHeld}
        unit="人"
        note={`占${shareText(flaggedHeld, held)}`}
      />
    </StatTiles>
  );
}

/** 62.5%, rounded half up to one place; nothing of nothing is no share. */
function shareText(part: number, whole: number): string {
  if (whole === 0) return "比未计";
  return ` ${(Math.round((part * 1000) / whole) / 10).toFixed(1)}%`;
}
