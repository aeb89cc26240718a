import type { FollowUpCounts } from "~/data/placements/follow-up-counts-view.server";
import {
  DAYS_AHEAD,
  DAYS_BACK,
  FOLLOW_UP_TAB_LABELS,
  FOLLOW_UP_TABS,
  type FollowUpTab,
} from "~/domain/placements/follow-up-tab";
import { EmptyState } from "~/ui/display/empty-state";
import { Tabs } from "~/ui/display/tabs";

interface FollowUpTabsProps {
  readonly current: FollowUpTab | "help";
  readonly county: string;
  readonly counts: FollowUpCounts;
}

/** The parts of the work list and the help asked for, each with its number. */
export function FollowUpTabs({ current, county, counts }: FollowUpTabsProps) {
  const inCounty = (path: string, search: Record<string, string>) => {
    const query = new URLSearchParams({ ...search, ...(county !== "" && { county }) }).toString();
    return query === "" ? path : `${path}?${query}`;
  };
  return (
    <Tabs
      label="回访名单各部分"
      tabs={[
        ...FOLLOW_UP_TABS.map((tab) => ({
          to: inCounty("/follow-ups", tab === "due" ? {} : { tab }),
          label: FOLLOW_UP_TAB_LABELS[tab],
          count: counts[tab],
          current: tab === current,
        })),
        {
          to: inCounty("/follow-ups/help", {}),
          label: "求助待办理",
          count: counts.helpOpen,
          current: current === "help",
        },
      ]}
    />
  );
}

/** Why a part of the list is empty, and what comes next. */
export function NothingDue({ tab }: { readonly tab: FollowUpTab }) {
  switch (tab) {
    case "due":
      return (
        <EmptyState title={`今天和今后 ${DAYS_AHEAD} 天没有要回访的人`} icon="success">
          登记转移就业时自动排定回访日期，到期的人会出现在这里。
        </EmptyState>
      );
    case "overdue":
      return (
        <EmptyState title="没有逾期的回访" icon="success">
          过了应回访日期还没有登记结果的，会出现在这里。
        </EmptyState>
      );
    case "lost":
      return (
        <EmptyState title="没有失联或疑似失联的人" icon="success">
          连续 3 次未接通的为疑似失联，由劳务工作站寻找，每月再联系一次。
        </EmptyState>
      );
    case "recent":
      return (
        <EmptyState title={`近 ${DAYS_BACK} 天没有回访`} icon="search">
          登记过结果的人会在这里保留 {DAYS_BACK} 天，便于核对。
        </EmptyState>
      );
  }
}

/** Errors of a row, for the head of the page: there is no field to jump to. */
export function messagesOf(errors: Readonly<Record<string, string>> | undefined) {
  return errors && Object.values(errors).map((message) => ({ message }));
}
