import type { LedgerFigures } from "~/data/placements/ledger-figures-view.server";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";

/** The ledger of labour transfer in figures, each opening its list. */
export function LedgerTiles({ figures }: { readonly figures: LedgerFigures }) {
  const { inWork, proved, due, overdue } = figures;
  return (
    <StatTiles>
      <StatTile label="在岗就业登记" value={inWork} unit="条" to="/placements" />
      <StatTile
        label="已查验且有佐证的就业登记"
        value={proved}
        unit="条"
        to="/placements?state=all&proof=proved"
        tone="success"
      />
      <StatTile label="待回访" value={due} unit="条" to="/follow-ups" />
      <StatTile
        label="逾期未回访"
        value={overdue}
        unit="条"
        to="/follow-ups?tab=overdue"
        tone={overdue === 0 ? "neutral" : "warning"}
      />
    </StatTiles>
  );
}
