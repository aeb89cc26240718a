import type { FollowUpEntryRow } from "~/data/placements/follow-up-history-view.server";
import { METHOD_LABELS, OUTCOME_LABELS } from "~/domain/placements/follow-up";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Timeline } from "~/ui/display/timeline";
import { OUTCOME_TONES } from "./outcome-tones";

/** Every contact with the person, the latest first. */
export function FollowUpHistoryCard({
  entries,
}: {
  readonly entries: readonly FollowUpEntryRow[];
}) {
  return (
    <Card title={`回访记录（${entries.length} 次）`}>
      {entries.length === 0 ? (
        <EmptyState title="还没有回访过" icon="placement">
          由县经办人或劳务工作站登记。
        </EmptyState>
      ) : (
        <Timeline
          label="回访记录"
          entries={entries.map((entry) => ({
            key: entry.id,
            at: entry.contactedOn ?? "",
            title: `${OUTCOME_LABELS[entry.outcome]}（${METHOD_LABELS[entry.method]}）`,
            actor: entry.recordedByName,
            tone: OUTCOME_TONES[entry.outcome],
            detail: <EntryDetail entry={entry} />,
          }))}
        />
      )}
    </Card>
  );
}

function EntryDetail({ entry }: { readonly entry: FollowUpEntryRow }) {
  const { dueOn, wage, note, helpAsked, helpGiven, helpGivenOn, helpGivenBy } = entry;
  const facts = [
    dueOn === null ? "计划外的联系" : `应回访 ${dueOn}`,
    ...(wage === "" ? [] : [`现月工资 ${wage}`]),
    ...(note === "" ? [] : [note]),
  ];
  return (
    <>
      <p>{facts.join("；")}</p>
      {helpAsked !== "" && (
        <p>
          求助：{helpAsked}。
          {helpGiven === null
            ? "尚未办理"
            : `${helpGivenOn ?? ""} 由${helpGivenBy ?? ""}办理：${helpGiven}`}
        </p>
      )}
    </>
  );
}
