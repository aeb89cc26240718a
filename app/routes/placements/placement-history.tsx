import type { HistoryLine } from "~/data/placements/placement-history-view.server";
import { Card } from "~/ui/display/card";
import { Timeline } from "~/ui/display/timeline";
import { chinaMinute } from "~/ui/frame/frame-data";

/** What was done to the line, and by whom. */
export function PlacementHistory({ history }: { readonly history: readonly HistoryLine[] }) {
  return (
    <Card title="变更记录" note="登记、修改、离岗、佐证和移出，均取自操作留痕">
      {history.length === 0 ? (
        <p className="text-slate-700">登记以后没有改动过。</p>
      ) : (
        <Timeline
          label="这条登记的变更记录"
          entries={history.map(({ seq, at, action, actorName, detail }) => ({
            ...{ key: seq, at: chinaMinute(at), title: action, actor: actorName, detail },
          }))}
        />
      )}
    </Card>
  );
}
