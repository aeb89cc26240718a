import type { HistoryEntry } from "~/data/rosters/roster-view.server";
import { Card } from "~/ui/display/card";
import { Timeline } from "~/ui/display/timeline";
import { chinaMinute } from "~/ui/frame/frame-data";

/** Who did what with the roster, the latest first; told from the trail. */
export function RosterHistory({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <Card title="办理过程" className="mt-4">
      <Timeline
        label="办理过程"
        entries={entries.map(({ key, at, title, note, tone, actorName }) => ({
          ...{ key, title, tone, actor: actorName, detail: note },
          at: chinaMinute(at),
        }))}
      />
    </Card>
  );
}
