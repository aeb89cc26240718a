import type { PlacementDetails } from "~/data/placements/placement-details-view.server";
import { filingDoubts } from "~/domain/placements/filing-doubts";
import { Card } from "~/ui/display/card";
import { ProblemList } from "~/ui/tables/problem-list";

/** Entries of the line that hardly go together. */
export function FilingDoubts({ facts }: Pick<PlacementDetails, "facts">) {
  const doubts = filingDoubts(facts);
  if (doubts.length === 0) return null;
  return (
    <Card title={`登记内容请核对（${doubts.length}）`}>
      <ProblemList
        label="登记内容请核对"
        problems={doubts.map(({ message, advice }) => ({
          ...{ severity: "warning" as const, message, action: advice },
        }))}
      />
    </Card>
  );
}
