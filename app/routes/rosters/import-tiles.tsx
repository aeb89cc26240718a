import type { RowCounts } from "~/domain/rosters/roster-import";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";

/** How many rows stand how; each number opens its rows. */
export function ImportTiles({ counts }: { readonly counts: RowCounts }) {
  return (
    <StatTiles>
      <StatTile
        label="可以入册"
        value={counts.rows - counts.refused}
        unit="行"
        to="?show=all"
        tone="success"
        note={`共读到 ${counts.rows} 行`}
      />
      <StatTile
        label="不能入册，须改正"
        value={counts.refused}
        unit="行"
        to="?show=refused"
        tone={counts.refused > 0 ? "danger" : "neutral"}
      />
      <StatTile
        label="可以入册，请留意"
        value={counts.warning}
        unit="行"
        to="?show=warning"
        tone={counts.warning > 0 ? "warning" : "neutral"}
      />
      <StatTile
        label="自动整理过"
        value={counts.cleaned}
        unit="行"
        to="?show=cleaned"
        note="去空格、全角转半角等，逐处列明"
      />
    </StatTiles>
  );
}
