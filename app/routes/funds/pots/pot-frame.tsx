import type { ReactNode } from "react";
import type { PotHead } from "~/data/funds/pot-head-view.server";
import { POT_PURPOSE_LABELS } from "~/domain/funds/pot";
import { StateBadge } from "~/ui/display/badge";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";

export type PotTab = "" | "/spending" | "/project" | "/closure" | "/check";

const TABS: readonly { readonly at: PotTab; readonly label: string }[] = [
  { at: "", label: "资金概况" },
  { at: "/spending", label: "支出" },
  { at: "/project", label: "进度和调整" },
  { at: "/closure", label: "收尾" },
  { at: "/check", label: "核查" },
];

interface PotFrameProps {
  readonly head: PotHead;
  readonly current: PotTab;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What every page of a pot begins with. */
export function PotFrame({ head, current, actions, children }: PotFrameProps) {
  const { id, areaName, year, unitName, purpose } = head;
  return (
    <>
      <PageHeader
        title={head.name}
        badge={<PotBadge head={head} />}
        note={`${areaName} · ${year} 年 · ${unitName} · ${POT_PURPOSE_LABELS[purpose]}`}
        actions={actions}
      />
      {head.voidReason !== null && <Notice kind="warning">作废原因：{head.voidReason}</Notice>}
      <Tabs
        label="资金项目"
        tabs={TABS.map(({ at, label }) => ({
          ...{ label, to: `/funds/${id}${at}` },
          current: at === current,
        }))}
      />
      {children}
    </>
  );
}

export function PotBadge({
  head,
}: {
  readonly head: Pick<PotHead, "isLocked" | "isClosed" | "isYearOver" | "hasFinalAccounts"> & {
    readonly voidReason?: string | null;
  };
}) {
  const { voidReason = null } = head;
  if (voidReason !== null) return <StateBadge label="已作废" tone="neutral" />;
  if (head.isClosed) return <StateBadge label="已收尾" tone="success" />;
  if (head.isLocked) return <StateBadge label="结转锁定" tone="warning" icon="lock" />;
  if (head.hasFinalAccounts) return <StateBadge label="已决算" tone="info" icon="lock" />;
  if (head.isYearOver) return <StateBadge label="年度结束" tone="warning" icon="lock" />;
  return <StateBadge label="使用中" tone="info" />;
}
