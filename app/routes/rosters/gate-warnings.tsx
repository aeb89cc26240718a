import { Link } from "@remix-run/react";
import type { MissingItem } from "~/domain/evidence/completeness";
import { Card } from "~/ui/display/card";
import { ProblemList } from "~/ui/tables/problem-list";

/** What asks for a look before the seal and does not stand in its way; nothing when there is none. */
export function GateWarnings({ warnings }: { readonly warnings: readonly MissingItem[] }) {
  if (warnings.length === 0) return null;
  const problems = warnings.map(({ message, to }) => ({
    severity: "warning" as const,
    message,
    action: (
      <Link to={to} className="whitespace-nowrap text-brand-600 hover:underline print:hidden">
        去核对
      </Link>
    ),
  }));
  return (
    <Card title="请核对" note={`${warnings.length} 项，不影响封存，封存后仍列在证据清单`} flush>
      <ProblemList label="请核对" problems={problems} />
    </Card>
  );
}
