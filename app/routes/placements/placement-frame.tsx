import type { ReactNode } from "react";
import type { PlacementHead, PlacementTab } from "~/data/placements/placement-head-view.server";
import { StateBadge } from "~/ui/display/badge";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";

const TABS: Readonly<Record<PlacementTab, { readonly label: string; readonly path: string }>> = {
  overview: { label: "概况", path: "" },
  evidence: { label: "佐证", path: "/evidence" },
  followUps: { label: "回访", path: "/follow-ups" },
};

interface PlacementFrameProps {
  readonly head: PlacementHead;
  readonly current: PlacementTab;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Head and tabs of every page of a placement. */
export function PlacementFrame({ head, current, actions, children }: PlacementFrameProps) {
  const { id, name, maskedId, employerName, workplace, destination, countyName } = head;
  return (
    <>
      <PageHeader
        title={`${name} · ${employerName}`}
        badge={<PlacementStateBadge {...head} />}
        note={`${countyName} · ${maskedId} · ${workplace}（${destination}）`}
        actions={actions}
      />
      <Tabs
        label="就业登记各项"
        tabs={head.tabs.map((tab) => ({
          to: `/placements/${id}${TABS[tab].path}`,
          label: TABS[tab].label,
          current: tab === current,
        }))}
      />
      {head.isRemoved && (
        <Notice kind="warning">这条登记已移出台账，只供查看，不计入任何数字。</Notice>
      )}
      {children}
    </>
  );
}

interface Standing {
  readonly hasLeft: boolean;
  readonly isRemoved: boolean;
  readonly isLost: boolean;
}

/** 在岗, 失联, 已离岗 or 已移出. */
export function PlacementStateBadge({ hasLeft, isRemoved, isLost }: Standing) {
  if (isRemoved) return <StateBadge label="已移出" tone="neutral" />;
  if (isLost) return <StateBadge label="失联" tone="danger" />;
  return hasLeft ? (
    <StateBadge label="已离岗" tone="neutral" />
  ) : (
    <StateBadge label="在岗" tone="success" />
  );
}
