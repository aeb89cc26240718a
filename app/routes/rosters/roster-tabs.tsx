import { Tabs } from "~/ui/display/tabs";

import type { RosterTab } from "~/data/rosters/roster-head-view.server";

const TABS: Readonly<Record<RosterTab, { readonly label: string; readonly path: string }>> = {
  lines: { label: "名册", path: "" },
  signing: { label: "签字手印", path: "/signing" },
  scans: { label: "扫描件", path: "/scans" },
  seal: { label: "封存", path: "/seal" },
  amendments: { label: "封存后更正", path: "/amendments" },
};

interface RosterTabsProps {
  readonly rosterId: string;
  readonly current: RosterTab;
  /** The tabs this person may open, in this order. */
  readonly tabs: readonly RosterTab[];
}

/** The pages of one roster. */
export function RosterTabs({ rosterId, current, tabs }: RosterTabsProps) {
  return (
    <Tabs
      label="花名册各项"
      tabs={tabs.map((tab) => ({
        to: `/rosters/${rosterId}${TABS[tab].path}`,
        label: TABS[tab].label,
        current: tab === current,
      }))}
    />
  );
}
