import type { ReactNode } from "react";
import type { AppointmentHead, AppointmentTab } from "~/data/posts/appointment-head-view.server";
import { APPOINTMENT_STATE_LABELS } from "~/domain/posts/post";
import { StateBadge } from "~/ui/display/badge";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";

const TABS: Readonly<Record<AppointmentTab, { readonly label: string; readonly path: string }>> = {
  overview: { label: "概况", path: "" },
  account: { label: "收款账户", path: "/account" },
};

interface AppointmentFrameProps {
  readonly head: AppointmentHead;
  readonly current: AppointmentTab;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Head and tabs of every page of an appointment. */
export function AppointmentFrame({ head, current, actions, children }: AppointmentFrameProps) {
  const { id, name, maskedId, title, countyName, startsOn, endsOn, leftOn } = head;
  return (
    <>
      <PageHeader
        title={`${name} · ${title}`}
        badge={<AppointmentBadge {...head} />}
        note={`${countyName} · ${maskedId} · ${startsOn} 至 ${leftOn ?? endsOn}`}
        actions={actions}
      />
      <Tabs
        label="聘用登记各项"
        tabs={head.tabs.map((tab) => ({
          to: `/posts/appointments/${id}${TABS[tab].path}`,
          label: TABS[tab].label,
          current: tab === current,
        }))}
      />
      {head.isRemoved && (
        <Notice kind="warning">这条聘用登记已撤销，只供查看，不计入任何数字。</Notice>
      )}
      {children}
    </>
  );
}

type Standing = Pick<AppointmentHead, "state" | "leftOn" | "isServing" | "isRemoved">;

/** 拟聘, 在岗, 已聘用 (not in the post on this day), 已退岗 or 已撤销. */
export function AppointmentBadge({ state, leftOn, isServing, isRemoved }: Standing) {
  if (isRemoved) return <StateBadge label="已撤销" tone="neutral" />;
  if (state === "proposed") {
    return <StateBadge label={APPOINTMENT_STATE_LABELS.proposed} tone="warning" />;
  }
  if (isServing) return <StateBadge label="在岗" tone="success" />;
  if (leftOn !== null) return <StateBadge label="已退岗" tone="neutral" />;
  return <StateBadge label={APPOINTMENT_STATE_LABELS.confirmed} tone="info" />;
}
