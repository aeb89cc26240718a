import type { BoardTotals } from "~/data/posts/board-totals-view.server";
import { BOARD_STATE_LABELS, type BoardFilter, type BoardState } from "~/domain/posts/board";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import type { Tone } from "~/ui/tone";
import { boardHref } from "./board-address";

const TILES: readonly {
  readonly state: BoardState;
  readonly label: string;
  readonly unit: string;
  /** Of a figure above zero. */
  readonly tone?: Tone;
  /** Not everybody has such; its tab is there all the same. */
  readonly isRare?: boolean;
}[] = [
  { state: "serving", label: "在岗", unit: "人" },
  { state: "in30", label: "30 天内到期", unit: "人", tone: "warning" },
  { state: "in7", label: "其中 7 天内到期", unit: "人", tone: "danger" },
  { state: "proposed", label: "拟聘", unit: "人" },
  { state: "unsigned", label: "有月份待签收", unit: "人", tone: "warning" },
  { state: "stated", label: BOARD_STATE_LABELS.stated, unit: "人", isRare: true },
  { state: "found", label: BOARD_STATE_LABELS.found, unit: "人", tone: "danger", isRare: true },
];

interface BoardTilesProps {
  readonly totals: BoardTotals;
  readonly filter: BoardFilter;
}

/** Each figure opens its list. */
export function BoardTiles({ totals, filter }: BoardTilesProps) {
  return (
    <StatTiles>
      {TILES.filter(({ state, isRare }) => isRare !== true || totals[state] > 0).map(
        ({ state, label, unit, tone }) => (
          <StatTile
            key={state}
            label={label}
            value={totals[state]}
            unit={unit}
            to={boardHref({ ...filter, state })}
            {...(tone !== undefined && totals[state] > 0 && { tone })}
          />
        ),
      )}
    </StatTiles>
  );
}
