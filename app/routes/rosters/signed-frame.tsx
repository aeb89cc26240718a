import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";
import type { SignedHead } from "~/data/rosters/signed-head-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { PageHeader } from "~/ui/display/page-header";
import { RosterStateBadge } from "~/ui/display/roster-state-badge";
import { Tabs } from "~/ui/display/tabs";
import { WageSheetBadge } from "~/ui/display/wage-sheet-badge";
import { RosterTabs } from "./roster-tabs";

type Head = SerializeFrom<SignedHead>;

interface SignedFrameProps {
  readonly roster: Head;
  readonly current: "signing" | "scans";
  readonly children: ReactNode;
}

/** Head and tabs of the signing pages: those of the class's roster, or of the wage sheet that is signed for. */
export function SignedFrame({ roster, current, children }: SignedFrameProps) {
  return (
    <>
      {roster.kind === "WAGES" ? (
        <WagesTop {...{ roster, current }} />
      ) : (
        <>
          <PageHeader
            title={roster.label}
            badge={<RosterStateBadge state={roster.state} />}
            note={noteOf(roster)}
          />
          <RosterTabs rosterId={roster.id} current={current} tabs={roster.tabs} />
        </>
      )}
      {children}
    </>
  );
}

/** As the other pages of the sheet have it (routes/posts/wage-sheet-frame). */
function WagesTop({ roster, current }: Omit<SignedFrameProps, "children">) {
  const { id, to, sheetState } = roster;
  const here = `/rosters/${id}`;
  const print = (
    <ButtonLink to={`${here}/print`} icon="print">
      打印签收表
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={roster.label}
        badge={sheetState && <WageSheetBadge state={sheetState} />}
        note={noteOf(roster)}
        actions={roster.mayPrint && print}
      />
      <Tabs
        label="工资表各项"
        tabs={[
          { to, label: "工资表", current: false },
          { to: `${here}/signing`, label: "签收", current: true },
          { to: `${to}/payment`, label: "发放", current: false },
        ]}
      />
      <Tabs
        label="签收各项"
        tabs={[
          { to: `${here}/signing`, label: "逐人签收", current: current === "signing" },
          { to: `${here}/scans`, label: "签收扫描件", current: current === "scans" },
        ]}
      />
    </>
  );
}

function noteOf({ countyName, period, headcount }: Head): string {
  return `${countyName} · ${period} · ${headcount} 人`;
}
