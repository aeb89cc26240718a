import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { PlacementHead } from "~/data/placements/placement-head-view.server";
import type { PlacementPage } from "~/data/placements/placement-view.server";
import { POVERTY_STATUS_LABELS } from "~/domain/people/poverty-status";
import { NOT_COUNTED_CURES, NOT_COUNTED_LABELS } from "~/domain/placements/counting";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { ProblemList } from "~/ui/tables/problem-list";

interface CountingCardProps {
  readonly head: PlacementHead;
  readonly page: PlacementPage;
  /** The button that asks the registry again, for who may. */
  readonly again: ReactNode;
}

/** Whether the line counts, and what is missing until it does. */
export function CountingCard({ head, page, again }: CountingCardProps) {
  const { notCounted, evidenceCount } = page;
  return (
    <Card title="计入进度" actions={again}>
      {notCounted.length === 0 ? (
        <p className="mb-3">
          <StateBadge label={`已计入，按上岗日期 ${head.startedOn} 计`} tone="success" />
        </p>
      ) : (
        <div className="mb-3">
          <ProblemList
            label="未计入的原因"
            problems={notCounted.map((reason) => ({
              severity: "warning" as const,
              message: NOT_COUNTED_LABELS[reason],
              action: NOT_COUNTED_CURES[reason],
            }))}
          />
        </div>
      )}
      <DescriptionList
        items={[
          { term: "建档立卡查验", detail: verified(page) },
          {
            term: "有效佐证",
            detail: (
              <Link
                to={`/placements/${head.id}/evidence`}
                className="text-brand-600 hover:underline"
              >
                {evidenceCount} 份
              </Link>
            ),
          },
        ]}
      />
    </Card>
  );
}

function verified({ verifiedOn, verifiedCategory }: PlacementPage): string {
  if (verifiedOn === null) return "未查验";
  const source = `（${verifiedOn} 的数据）`;
  if (verifiedCategory === null) return `查不到${source}`;
  return `${verifiedCategory === "" ? "在册" : POVERTY_STATUS_LABELS[verifiedCategory]}${source}`;
}
