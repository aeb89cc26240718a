import type { BoardRow, BoardTarget } from "~/data/targets/board-view.server";
import { unitOf } from "~/domain/targets/target";
import { standingText } from "~/domain/targets/wording";
import { BulletBars, type BulletBar } from "~/ui/charts/bullet-bars";

const LEGEND = { counted: "计入进度", recorded: "全部登记", due: "序时应到" };

/** A bullet bar for each county, each on the scale of its own target. */
export function AreaBars({ board }: { readonly board: BoardTarget }) {
  const { target, rows } = board;
  if (rows.every(({ value }) => value === null)) return null;
  const sentences = rows.map((row) => standingText(row.areaName, target, row.value, row.standing));
  return (
    <BulletBars
      summary={`${sentences.join("；")}。`}
      bars={rows.map((row) => barOf(row, unitOf(target)))}
      legend={LEGEND}
    />
  );
}

function barOf({ areaCode, areaName, value, standing }: BoardRow, unit: string): BulletBar {
  const { tally, due, phase } = standing;
  const isOpen = phase === "running" && due !== null;
  const asked = value === null ? "文件未给出数字" : `${tally.proved} / ${value} ${unit}`;
  return {
    key: areaCode,
    label: areaName,
    text: isOpen ? `${asked} · 应到 ${due}` : asked,
    shares:
      value === null || value === 0
        ? null
        : {
            counted: tally.proved / value,
            recorded: tally.registered / value,
            due: (due ?? 0) / value,
          },
  };
}
