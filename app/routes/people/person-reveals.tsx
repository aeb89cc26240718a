import type { RevealLine } from "~/data/people/person-history-view.server";
import { Card } from "~/ui/display/card";
import { Timeline } from "~/ui/display/timeline";
import { chinaMinute } from "~/ui/frame/frame-data";

/** Who saw the number in full, and why. */
export function PersonReveals({ reveals }: { readonly reveals: readonly RevealLine[] }) {
  return (
    <Card title="谁看过完整号码" note="每次查看都要写明理由，并记入操作留痕">
      {reveals.length === 0 ? (
        <p className="text-slate-600">还没有人查看过。</p>
      ) : (
        <Timeline
          label="查看完整号码的记录"
          entries={reveals.map(({ seq, at, actorName, reason }) => ({
            key: seq,
            at: chinaMinute(at),
            title: actorName,
            detail: `理由：${reason}`,
          }))}
        />
      )}
    </Card>
  );
}
