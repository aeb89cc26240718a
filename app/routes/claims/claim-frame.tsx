import type { ReactNode } from "react";
import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";
import { ClaimBadge } from "./claim-badge";

/** The pages of a claim, in the order of their tabs. */
export type ClaimTab = "lines" | "report" | "payments" | "clawbacks";

interface ClaimFrameProps {
  readonly head: ClaimHead;
  readonly current: ClaimTab;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Head and tabs of every page of a claim. */
export function ClaimFrame({ head, current, actions, children }: ClaimFrameProps) {
  const { countyName, title, potName, payeeUnit } = head;
  const paid = payeeUnit === null ? "发给本人" : `发给 ${payeeUnit}`;
  return (
    <>
      <PageHeader
        title={head.label}
        badge={<ClaimBadge {...head} />}
        note={[countyName, title, potName, paid].join(" · ")}
        actions={actions}
      />
      <Tabs label="补贴申领各项" tabs={tabsOf(head, current)} />
      {head.isRemoved && (
        <Notice kind="warning" title="这批申领已撤销，只供查看">
          {head.removedReason}
        </Notice>
      )}
      {children}
    </>
  );
}

function tabsOf({ id, readsWhole, state, payeeUnit }: ClaimHead, current: ClaimTab) {
  const isPaying = state === "approved" || state === "paid";
  const tab = (name: ClaimTab, to: string, label: string) => ({
    ...{ to, label, current: name === current },
  });
  return [
    tab("lines", `/claims/${id}`, "申领明细"),
    ...(readsWhole ? [tab("report", `/claims/${id}/report`, "核查报告")] : []),
    ...(readsWhole && (isPaying || payeeUnit !== null)
      ? [tab("payments", `/claims/${id}/payments`, "发放")]
      : []),
    ...(isPaying ? [tab("clawbacks", `/clawbacks?batch=${id}`, "追回")] : []),
  ];
}
