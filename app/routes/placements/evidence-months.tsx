import type { EvidencePage } from "~/data/placements/evidence-view.server";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";

/** Month by month of the job, what proves it; a contract speaks for no month in particular. */
export function EvidenceMonths({ months }: Pick<EvidencePage, "months">) {
  const proved = months.filter(({ kinds }) => kinds.length > 0).length;
  return (
    <Card title="逐月佐证" note={`${months.length} 个月中 ${proved} 个月有佐证；合同不分月份`}>
      <ul
        className="flex max-h-72 flex-wrap gap-2 overflow-y-auto"
        tabIndex={0}
        aria-label="逐月佐证"
      >
        {months.map(({ month, kinds }) => (
          <li
            key={month}
            className="flex items-center gap-2 rounded border border-slate-200 px-2 py-1"
          >
            <span className="tabular-nums">{month}</span>
            {kinds.length === 0 ? (
              <StateBadge label="缺" tone="warning" />
            ) : (
              <StateBadge label={kinds.join("、")} tone="success" />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
