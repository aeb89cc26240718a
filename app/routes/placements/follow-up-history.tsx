import { Form } from "@remix-run/react";
import type {
  FollowUpEntryRow,
  FollowUpHistory,
} from "~/data/placements/follow-up-history-view.server";
import { METHOD_LABELS, OUTCOME_LABELS } from "~/domain/placements/follow-up";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Timeline } from "~/ui/display/timeline";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import { OUTCOME_TONES } from "./outcome-tones";

interface FollowUpHistoryCardProps {
  readonly history: FollowUpHistory;
  /** Of the form that voids an entry. */
  readonly feedback: Feedback | undefined;
}

/** Every contact with the person, the latest first; voided ones stay, struck through. */
export function FollowUpHistoryCard({ history, feedback }: FollowUpHistoryCardProps) {
  const { entries, mayWrite } = history;
  const standing = entries.filter(({ voided }) => voided === null).length;
  const voided = entries.length - standing;
  const count = voided === 0 ? `${standing} 次` : `${standing} 次，另有作废 ${voided} 次`;
  return (
    <Card title={`回访记录（${count}）`}>
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
            tone: entry.voided === null ? OUTCOME_TONES[entry.outcome] : "neutral",
            isStruck: entry.voided !== null,
            detail: (
              <>
                <EntryDetail entry={entry} />
                {mayWrite && entry.voided === null && (
                  <VoidForm id={entry.id} feedback={feedback} />
                )}
              </>
            ),
          }))}
        />
      )}
    </Card>
  );
}

function EntryDetail({ entry }: { readonly entry: FollowUpEntryRow }) {
  const { dueOn, wage, note, helpAsked, helpGiven, helpGivenOn, helpGivenBy, voided } = entry;
  const facts = [
    dueOn === null ? "计划外的联系" : `应回访 ${dueOn}`,
    ...(wage === "" ? [] : [`现月工资 ${wage}`]),
    ...(note === "" ? [] : [note]),
  ];
  const struck = voided === null ? undefined : "line-through";
  return (
    <>
      {voided !== null && (
        <p>
          <StateBadge label="已作废" tone="neutral" />
          <span className="ml-2">{`${voided.byName}：${voided.reason}`}</span>
        </p>
      )}
      <p className={struck}>{facts.join("；")}</p>
      {helpAsked !== "" && (
        <p className={struck}>
          求助：{helpAsked}。
          {helpGiven === null
            ? "尚未办理"
            : `${helpGivenOn ?? ""} 由${helpGivenBy ?? ""}办理：${helpGiven}`}
        </p>
      )}
    </>
  );
}

function VoidForm({
  id,
  feedback,
}: {
  readonly id: string;
  readonly feedback: Feedback | undefined;
}) {
  const isMine = feedback?.values?.["voidId"] === id;
  return (
    <details open={isMine}>
      <summary className="cursor-pointer text-brand-600">登记有误，作废…</summary>
      <Form method="post" className="mt-2 flex flex-wrap items-end gap-2">
        <input type="hidden" name="voidId" value={id} />
        <FormFeedback feedback={isMine ? feedback : undefined}>
          <TextField
            id={isMine ? "field-reason" : `reason-${id}`}
            name="reason"
            label="作废原因"
            hint="如 按错结果、登记错人"
            required
            maxLength={200}
          />
        </FormFeedback>
        <SubmitButton variant="danger" pendingLabel="正在作废…">
          作废
        </SubmitButton>
      </Form>
    </details>
  );
}
