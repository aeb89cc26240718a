import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import type { ClaimLinePage } from "~/data/claims/claim-line-view.server";
import type { LineCheck } from "~/data/claims/line-check-view.server";
import { Card } from "~/ui/display/card";
import { chinaMinute } from "~/ui/frame/frame-data";
import { VerdictTable, verdictCounts } from "~/ui/tables/verdict-table";
import { evidenceLink } from "./evidence-link";

interface LineVerdictsProps {
  readonly head: ClaimHead;
  readonly line: ClaimLinePage;
  readonly check: LineCheck;
}

/** What the latest check says of the line. */
export function LineVerdicts({ head, line, check }: LineVerdictsProps) {
  return (
    <Card
      title={`第 ${check.number} 次核查`}
      note={`${chinaMinute(check.ranAt)}；${verdictCounts(check.verdicts)}`}
      flush
      className="my-4"
    >
      <VerdictTable
        verdicts={check.verdicts}
        evidenceOf={(rule) => evidenceLink(rule.split("/")[0] ?? "", head, line)}
      />
    </Card>
  );
}
