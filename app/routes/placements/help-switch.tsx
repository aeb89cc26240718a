import type { FollowUpCounts } from "~/data/placements/follow-up-counts-view.server";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";

interface HelpSwitchProps {
  readonly given: boolean;
  readonly county: string;
  readonly counts: FollowUpCounts;
}

/** Help asked for, given, and people who cannot be asked at all; each figure opens its list. */
export function HelpSwitch({ given, county, counts }: HelpSwitchProps) {
  const address = (path: string, search: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...search, ...(county !== "" && { county }) }).toString()}`;
  return (
    <StatTiles>
      <StatTile
        label="求助待办理"
        value={counts.helpOpen}
        unit="件"
        to={address("/follow-ups/help", {})}
        {...(!given && { note: "正在查看" })}
      />
      <StatTile
        label="求助已办理"
        value={counts.helpGiven}
        unit="件"
        to={address("/follow-ups/help", { given: "1" })}
        {...(given && { note: "正在查看" })}
      />
      <StatTile
        label="失联和疑似失联"
        value={counts.lost}
        unit="条"
        to={address("/follow-ups", { tab: "lost" })}
      />
    </StatTiles>
  );
}
