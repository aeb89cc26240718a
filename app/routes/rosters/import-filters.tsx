import type { RowFilter } from "~/data/rosters/import-rows-view.server";
import { Tabs } from "~/ui/display/tabs";
import type { ImportPageData } from "./import";

/** The rows by what was found in them. */
export function ImportFilters({ found }: { readonly found: ImportPageData }) {
  const { counts } = found.view;
  const tab = (show: RowFilter, label: string, count: number) => ({
    to: `?show=${show}`,
    label,
    count,
    current: found.filter === show,
  });
  return (
    <Tabs
      label="按结果查看"
      tabs={[
        tab("refused", "须改正", counts.refused),
        tab("differs", "与记录不一致", counts.undecided),
        tab("warning", "请留意", counts.warning),
        tab("cleaned", "自动整理", counts.cleaned),
        tab("all", "全部", counts.rows),
      ]}
    />
  );
}
