import type { ReactNode } from "react";
import type { ClassHead, ClassTab } from "~/data/training/class-head-view.server";
import { FILING_STATE_LABELS } from "~/domain/training/filing";
import { Badge } from "~/ui/display/badge";
import { PageHeader } from "~/ui/display/page-header";
import { RosterStateBadge } from "~/ui/display/roster-state-badge";
import { Tabs } from "~/ui/display/tabs";

const TABS: Readonly<Record<ClassTab, { readonly label: string; readonly path: string }>> = {
  overview: { label: "概况", path: "" },
  sessions: { label: "课程与考勤", path: "/sessions" },
  media: { label: "影像", path: "/media" },
  supervision: { label: "监督", path: "/supervision" },
  verification: { label: "查验", path: "/verification" },
  completion: { label: "结业", path: "/completion" },
  evidence: { label: "证据清单", path: "/evidence" },
};

interface ClassFrameProps {
  readonly head: ClassHead;
  readonly current: ClassTab;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Head and tabs of every page of a class. */
export function ClassFrame({ head, current, actions, children }: ClassFrameProps) {
  const { id, label, countyName, startsOn, endsOn, roster } = head;
  return (
    <>
      <PageHeader
        title={label}
        badge={
          <>
            {head.filingState !== "approved" && (
              <Badge tone="warning">{FILING_STATE_LABELS[head.filingState]}</Badge>
            )}
            {roster !== null && <RosterStateBadge state={roster.state} />}
          </>
        }
        note={`${countyName} · ${startsOn} 至 ${endsOn}${roster === null ? "" : ` · ${roster.headcount} 人`}`}
        actions={actions}
      />
      <Tabs
        label="培训班各项"
        tabs={head.tabs.map((tab) => ({
          to: `/classes/${id}${TABS[tab].path}`,
          label: TABS[tab].label,
          current: tab === current,
        }))}
      />
      {children}
    </>
  );
}
