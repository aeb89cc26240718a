import { Link } from "@remix-run/react";
import type { GatePage } from "~/data/evidence/gate-view.server";
import type { RosterPageHead } from "~/data/rosters/roster-head-view.server";
import type { SealPage } from "~/data/evidence/seal-view.server";
import { ConfirmForm } from "~/ui/actions/confirm-form";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { DataTable } from "~/ui/tables/data-table";

export const SEAL_WORD = "封存";

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
        <Standing head={head} offers={offers} />
      ) : (
        <Notice kind="warning" title={`还缺 ${gate.missingCount} 项，补齐后才能封存`}>
          逐项列在下面，打印和导出见
          <Link to={evidence} className="text-brand-600 hover:underline">
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
      {gate.warnings.map(({ key, message, to }) => (
        <Notice key={key} kind="info">
          {message}（不影响封存）。
          <Link to={to} className="text-brand-600 hover:underline">
            去说明
          </Link>
        </Notice>
      ))}
    </>
  );
}

function Standing({ head, offers }: Pick<SealGateProps, "head" | "offers">) {
  if (offers.ownWork) {
    return (
      <Notice kind="info" title="各项都已齐全">
        您录入、报送、采集或办理过本册的内容，请由另一位审核人封存。
      </Notice>
    );
  }
  if (!offers.seal) {
    return (
      <Notice kind="success" title="各项都已齐全">
        由未经办本册的审核人封存。
      </Notice>
    );
  }
  return (
    <>
      <Notice kind="success" title="各项都已齐全，可以封存">
        请再看一遍下面的检查，确认无误后封存。
      </Notice>
      <div className="mb-4">
        <ConfirmForm
          title="封存本册"
          consequence={`封存后，${head.headcount} 人的名册和它的考勤、影像、监督、签字手印、结业结果都不能再改；之后的变动只能作为封存后更正，写明理由并由另一人审核。`}
          word={SEAL_WORD}
          fields={{ version: String(head.version) }}
          action={`/rosters/${head.id}/seal`}
        />
      </div>
    </>
  );
}
