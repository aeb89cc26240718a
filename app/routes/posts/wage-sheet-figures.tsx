import type { LineGroup } from "~/data/posts/wage-line-row-view.server";
import type { WageLinesPage } from "~/data/posts/wage-lines-view.server";
import type { WageSheetHead } from "~/data/posts/wage-sheet-head-view.server";
import { Tabs } from "~/ui/display/tabs";

const LABELS: readonly (readonly [LineGroup, string])[] = [
  ["all", "全部"],
  ["findings", "有提示"],
  ["waiting", "待发放"],
  ["sent", "等回盘"],
  ["failed", "发放失败"],
  ["paid", "已发放"],
  ["unsigned", "未签收"],
  ["signed", "已签收"],
];
const BEFORE_APPROVAL: readonly LineGroup[] = ["all", "findings"];

/** The figures of the sheet, each with its people under it. */
export function WageSheetFigures(props: {
  readonly head: WageSheetHead;
  readonly lines: Pick<WageLinesPage, "counts">;
  readonly group: LineGroup;
}) {
  const { head, lines, group } = props;
  const shown = LABELS.filter(
    ([one]) =>
      (head.rosterId !== null || BEFORE_APPROVAL.includes(one)) &&
      (head.readsWhole || one !== "findings"),
  );
  return (
    <Tabs
      label="人员分组"
      tabs={shown.map(([one, label]) => ({
        to: `/wage-sheets/${head.id}${one === "all" ? "" : `?group=${one}`}`,
        label,
        current: one === group,
        count: lines.counts[one],
      }))}
    />
  );
}
