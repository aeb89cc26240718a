import type { ServiceMonth } from "~/domain/placements/retention-proof";
import { StateBadge } from "~/ui/display/badge";

/** Each month of work with what proves it; a full month without anything is named. */
export function RetentionMonths({ months }: { readonly months: readonly ServiceMonth[] }) {
  return (
    <ol className="space-y-1">
      {months.map((month) => (
        <li key={month.number} className="flex flex-wrap items-center gap-x-3">
          <span className="whitespace-nowrap tabular-nums">
            {`第 ${month.number} 个月 ${month.from} 至 ${month.isFull ? month.to : "今"}`}
          </span>
          <MonthProof month={month} />
        </li>
      ))}
    </ol>
  );
}

function MonthProof({ month: { isFull, proofs } }: { readonly month: ServiceMonth }) {
  if (proofs.length > 0) return <StateBadge label={proofs.join("、")} tone="success" />;
  return isFull ? (
    <StateBadge label="没有佐证" tone="warning" />
  ) : (
    <StateBadge label="未满，暂无佐证" tone="neutral" />
  );
}
