import type { SignedHead } from "~/data/rosters/signed-head-view.server";
import type { RosterState } from "~/domain/rosters/roster";
import { StateBadge } from "~/ui/display/badge";
import { RosterStateBadge } from "~/ui/display/roster-state-badge";
import { Tabs } from "~/ui/display/tabs";
import type { Tone } from "~/ui/tone";
import { RosterTabs } from "./roster-tabs";

type Head = Pick<SignedHead, "id" | "kind" | "to" | "state" | "tabs">;

const WAGES_STATES: Readonly<Record<RosterState, { readonly label: string; readonly tone: Tone }>> =
  {
    draft: { label: "未审核", tone: "neutral" },
    submitted: { label: "未审核", tone: "neutral" },
    returned: { label: "已退回", tone: "warning" },
    accepted: { label: "签收中", tone: "info" },
    sealed: { label: "已锁定", tone: "success" },
  };

/** Where the signing stands: a class's roster in its own words, wages in theirs. */
export function SignedStateBadge({ roster }: { readonly roster: Head }) {
  switch (roster.kind) {
    case "TRAINING":
      return <RosterStateBadge state={roster.state} />;
    case "WAGES":
      return <StateBadge {...WAGES_STATES[roster.state]} />;
  }
}

interface SignedTabsProps {
  readonly roster: Head;
  readonly current: "signing" | "scans";
}

/** The pages beside the signing: those of the class's roster, or of the wage sheet. */
export function SignedTabs({ roster, current }: SignedTabsProps) {
  const { id, kind, to, tabs } = roster;
  switch (kind) {
    case "TRAINING":
      return <RosterTabs rosterId={id} current={current} tabs={tabs} />;
    case "WAGES":
      return (
        <Tabs
          label="工资表各项"
          tabs={[
            { to, label: "工资表", current: false },
            { to: `/rosters/${id}/signing`, label: "签收", current: current === "signing" },
            { to: `/rosters/${id}/scans`, label: "签收扫描件", current: current === "scans" },
          ]}
        />
      );
  }
}
