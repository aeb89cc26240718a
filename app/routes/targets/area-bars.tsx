import type { BoardRow, BoardTarget } from "~/data/targets/board-view.server";
import { numberText } from "~/domain/targets/figure-text";
import { unitOf } from "~/domain/targets/target";
import { standingText } from "~/domain/targets/wording";
import { BulletBars, type BulletBar } from "~/ui/charts/bullet-bars";

const LEGEND = { counted: "计入进度", recorded: "全部登记" };

/** A bullet bar for each county, each on the scale of its own target. */
export function AreaBars({ board }: { readonly board: BoardTarget }) {
  const { target, rows } = board;
  if (rows.every(({ value }) => value === null)) return null;
  const isDue = rows.some(({ standing }) => isDueOf(standing));
  const sentences = rows.map((row) => standingText(row.areaName, target, row.value, row.standing));
  return (
    <BulletBars
      summary={`${sentences.join("；")}。`}
      bars={rows.map((row) => barOf(row, unitOf(target)))}
      legend={{ ...LEGEND, due: isDue ? "序时应到" : null }}
    />
  );
}

function barOf({ areaCode, areaName, value, standing }: BoardRow, unit: string): BulletBar {
  const { tally, due, phase } = standing;
  const isOpen = phase === "running" && due !== null;
  const asked =
    value === null
      ? "文件未给出数字"
      : `${numberText(tally.proved)} / ${numberText(value)} ${unit}`;
  return {
    key: areaCode,
    label: areaName,
    text: isOpen ? `${asked} · 应到 ${numberText(due)}` : asked,
    shares:
      value === null || value === 0
        ? null
        : {
            counted: tally.proved / value,
            recorded: tally.registered / value,
            due: due !== null && isDueOf(standing) ? due / value : null,
          },
  };
}

/** Once it is over, what is due is the target itself, which has its own mark. */
function isDueOf({ phase, due }: BoardRow["standing"]): boolean {
  return phase === "running" && due !== null && due > 0;
}
