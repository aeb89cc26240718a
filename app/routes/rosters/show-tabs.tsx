import { useSearchParams } from "@remix-run/react";
import type { RosterPage } from "~/data/rosters/roster-view.server";
import { Tabs } from "~/ui/display/tabs";
import { hrefWith } from "~/ui/tables/sort-address";

interface ShowTabsProps {
  readonly roster: Pick<RosterPage, "headcount" | "problemCount" | "verifiedCount">;
  /** all, problems or unverified. */
  readonly show: string;
}

/** All lines, or those that need a look; each is an address. */
export function ShowTabs({ roster, show }: ShowTabsProps) {
  const [search] = useSearchParams();
  const tab = (key: string | null, label: string, count: number) => ({
    to: hrefWith(search, { show: key, line: null }),
    label,
    count,
    current: show === (key ?? "all"),
  });
  const unverified = roster.headcount - roster.verifiedCount;
  return (
    <Tabs
      label="显示哪些学员"
      tabs={[
        tab(null, "全部", roster.headcount),
        tab("problems", "有问题", roster.problemCount),
        tab("unverified", "未查验", unverified),
      ]}
    />
  );
}
