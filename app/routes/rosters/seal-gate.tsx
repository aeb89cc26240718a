import { Link } from "@remix-run/react";
import type { GatePage } from "~/data/evidence/gate-view.server";
import type { RosterPageHead } from "~/data/rosters/roster-head-view.server";
import type { SealPage } from "~/data/evidence/seal-view.server";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { DataTable } from "~/ui/tables/data-table";
import { LinkedProblems } from "~/ui/tables/linked-problems";
import { SealStanding } from "./seal-standing";

interface SealGateProps {
  readonly head: Pick<RosterPageHead, "id" | "classId" | "version" | "headcount">;
  readonly gate: GatePage;
  readonly offers: SealPage["offers"];
}

/** What still stands in the way, or the form that closes the roster for good. */
export function SealGate({ head, gate, offers }: SealGateProps) {
  const evidence = `/classes/${head.classId}/evidence`;
  const missing = gate.sections.flatMap((section) =>
    section.missing.map((item) => ({ ...item, label: section.label })),
  );
  return (
    <>
      {gate.missingCount === 0 ? (
        <SealStanding head={head} offers={offers} />
      ) : (
        <Notice kind="warning" title={`还缺 ${gate.missingCount} 项，补齐后才能封存`}>
          逐项列在下面，打印和导出见
          <Link to={evidence} className="text-brand-600 underline">
            证据清单
          </Link>
          。
        </Notice>
      )}
      {missing.length > 0 && (
        <Card title="缺项" flush>
          <DataTable
            caption="封存前要补齐的"
            rows={missing}
            rowKey={({ key }) => key}
            rowHref={({ to }) => to}
            columns={[
              { key: "label", header: "证据", cell: ({ label }) => label },
              {
                key: "place",
                header: "位置",
                cell: ({ place }) => (place === "" ? "全班" : place),
                isRowHeader: true,
              },
              { key: "message", header: "缺什么", cell: ({ message }) => message },
            ]}
            empty={null}
          />
        </Card>
      )}
      <Checks gate={gate} />
      <LinkedProblems
        title="请核对"
        note={`${gate.warnings.length} 项，不影响封存，封存后仍列在证据清单`}
        items={gate.warnings}
        linkLabel="去核对"
      />
    </>
  );
}

/** The parts of the gate, done and needed. */
function Checks({ gate }: Pick<SealGateProps, "gate">) {
  return (
    <Card title="封存前的检查" flush>
      <DataTable
        caption="封存前的检查"
        rows={gate.sections}
        rowKey={({ id }) => id}
        columns={[
          { key: "label", header: "证据", cell: ({ label }) => label, isRowHeader: true },
          {
            key: "state",
            header: "情况",
            cell: ({ missingCount }) =>
              missingCount === 0 ? (
                <StateBadge label="齐全" tone="success" />
              ) : (
                <StateBadge label={`缺 ${missingCount} 项`} tone="danger" />
              ),
          },
          {
            key: "count",
            header: "已有 / 应有",
            align: "right",
            cell: ({ done, needed, unit }) => `${done} / ${needed} ${unit}`,
          },
        ]}
        empty={null}
        tall={false}
      />
    </Card>
  );
}
