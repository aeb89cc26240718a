import type { ReactNode } from "react";
import type { WageSheetHead } from "~/data/posts/wage-sheet-head-view.server";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";
import { WageSheetBadge } from "~/ui/display/wage-sheet-badge";

/** The pages of a wage sheet, in the order of their tabs. */
export type WageSheetTab = "lines" | "receipts" | "payment";

interface WageSheetFrameProps {
  readonly head: WageSheetHead;
  readonly current: WageSheetTab;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Head and tabs of every page of a wage sheet. */
export function WageSheetFrame({ head, current, actions, children }: WageSheetFrameProps) {
  const { countyName, township, fundSource } = head;
  const drawnFrom = [countyName, township, fundSource].filter((one) => one !== "");
  return (
    <>
      <PageHeader
        title={head.label}
        badge={<WageSheetBadge {...head} />}
        note={drawnFrom.join(" · ")}
        actions={actions}
      />
      <Tabs label="工资表各项" tabs={tabsOf(head, current)} />
      {head.isRemoved && <Notice kind="warning">这张工资表已撤销，只供查看。</Notice>}
      {children}
    </>
  );
}

/** Before the first approval nobody signs and nothing is paid. */
function tabsOf({ id, rosterId, readsWhole }: WageSheetHead, current: WageSheetTab) {
  const tab = (name: WageSheetTab, to: string, label: string) => ({
    ...{ to, label, current: name === current },
  });
  return [
    tab("lines", `/wage-sheets/${id}`, "工资表"),
    ...(rosterId === null
      ? []
      : [
          tab("receipts", `/rosters/${rosterId}/signing`, "签收"),
          ...(readsWhole ? [tab("payment", `/wage-sheets/${id}/payment`, "发放")] : []),
        ]),
  ];
}
