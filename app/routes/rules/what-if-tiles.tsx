import type { WhatIf } from "~/data/rules/what-if-view.server";
import { yuanText } from "~/domain/shared/fen";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";

type Figures = Pick<WhatIf, "lineCount" | "changedCount" | "totalBefore" | "totalAfter">;

/** How many lines a pack would change, and what it would cost. */
export function WhatIfTiles({
  leftName,
  lineCount,
  changedCount,
  totalBefore,
  totalAfter,
}: Figures & { readonly leftName: string }) {
  const yuan = (sum: Figures["totalBefore"]) => yuanText(sum).replace(" 元", "");
  return (
    <StatTiles>
      <StatTile label="明细" value={String(lineCount)} unit="条" />
      <StatTile label="结论或金额有变化" value={String(changedCount)} unit="条" />
      <StatTile label={`${leftName}合计`} value={yuan(totalBefore)} unit="元" />
      <StatTile label="试算合计" value={yuan(totalAfter)} unit="元" />
    </StatTiles>
  );
}
