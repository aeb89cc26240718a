import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";
import type { SignedHead } from "~/data/rosters/signed-head-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { PageHeader } from "~/ui/display/page-header";
import { RosterStateBadge } from "~/ui/display/roster-state-badge";
import { Tabs } from "~/ui/display/tabs";
import { WageSheetFrame } from "../posts/wage-sheet-frame";
import { RosterTabs } from "./roster-tabs";

interface SignedFrameProps {
  readonly roster: SerializeFrom<SignedHead>;
  readonly current: "signing" | "scans";
  readonly children: ReactNode;
}

/** Head and tabs of the signing pages: those of the class's roster, or of the wage sheet that is signed for. */
export function SignedFrame({ roster, current, children }: SignedFrameProps) {
  const { id, label, state, tabs, sheet } = roster;
  if (sheet === null) {
    return (
      <>
        <PageHeader
          title={label}
          badge={<RosterStateBadge state={state} />}
          note={`${roster.countyName} · ${roster.period} · ${roster.headcount} 人`}
        />
        <RosterTabs rosterId={id} current={current} tabs={tabs} />
        {children}
      </>
    );
  }
  return (
    <WageSheetFrame
      head={sheet}
      current="receipts"
      actions={
        roster.mayPrint && (
          <ButtonLink to={`/rosters/${id}/print`} icon="print">
            打印签收表
          </ButtonLink>
        )
      }
    >
      <Tabs
        label="签收各项"
        tabs={[
          { to: `/rosters/${id}/signing`, label: "逐人签收", current: current === "signing" },
          { to: `/rosters/${id}/scans`, label: "签收扫描件", current: current === "scans" },
        ]}
      />
      {children}
    </WageSheetFrame>
  );
}
