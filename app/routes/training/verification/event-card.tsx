import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { EventStanding } from "~/data/evidence/verification-view.server";
import {
  LINE_STANDING_LABELS,
  LINE_STANDINGS,
  type LineStanding,
} from "~/domain/evidence/verification-answer";
import { VERIFICATION_EVENT_LABELS } from "~/domain/evidence/verification-event";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import type { Tone } from "~/ui/tone";
import { OpenLines } from "./open-lines";

type Event = SerializeFrom<EventStanding>;

const TONES: Readonly<Record<LineStanding, Tone>> = {
  valid: "success",
  validAfterwards: "success",
  notFound: "danger",
  missing: "warning",
  otherDay: "warning",
  tooOld: "warning",
};

interface EventCardProps {
  readonly event: Event;
  readonly mayRecord: boolean;
}

/** How the lines stand on the day of one event, who is still open, and what can be done. */
export function EventCard({ event, mayRecord }: EventCardProps) {
  const label = VERIFICATION_EVENT_LABELS[event.event];
  const limit =
    event.maxAgeDays === null
      ? "数据早于当日的天数未设限"
      : `数据早于当日不超过 ${event.maxAgeDays} 天`;
  const shown = LINE_STANDINGS.filter((one) => one === "valid" || event.counts[one] > 0);
  return (
    <section id={`field-${event.event}`} tabIndex={-1}>
      <Card
        title={`${label}（${event.eventOn}）`}
        note={`${event.headcount} 人，已证实 ${event.proved} 人；${limit}。`}
      >
        {/* The headcount stands in the note; a tile of nought only for what is wanted. */}
        <StatTiles>
          {shown.map((one) => (
            <StatTile
              key={one}
              label={LINE_STANDING_LABELS[one]}
              value={String(event.counts[one])}
              unit="人"
              tone={event.counts[one] === 0 ? "neutral" : TONES[one]}
            />
          ))}
        </StatTiles>
        {event.headcount > 0 && event.proved === event.headcount && (
          <Notice kind="success">{`全部 ${event.headcount} 人的脱贫状态已证实。`}</Notice>
        )}
        {mayRecord && <EventForm event={event} label={label} />}
        {event.open.length > 0 && <OpenLines event={event} label={label} />}
      </Card>
    </section>
  );
}

function EventForm({ event, label }: { readonly event: Event; readonly label: string }) {
  const { snapshotOn } = event;
  return (
    <Form method="post" className="my-3">
      <input type="hidden" name="event" value={event.event} />
      <div className="flex flex-wrap gap-2">
        {snapshotOn !== null && (
          <SubmitButton
            name="intent"
            value="snapshot"
            variant={event.proved < event.headcount ? "primary" : "default"}
            pendingLabel="正在查验…"
            icon="check"
          >
            {`按 ${snapshotOn} 建档立卡数据查验`}
          </SubmitButton>
        )}
        <SubmitButton
          name="intent"
          value="export"
          variant="default"
          pendingLabel="正在生成…"
          icon="export"
        >
          {`导出${label}名单`}
        </SubmitButton>
      </div>
      <p className="mt-2 text-slate-600">
        {snapshotOn === null && "没有覆盖本县的建档立卡数据，只能导出名单到平台查验。"}
        {snapshotOn !== null &&
          snapshotOn > event.eventOn &&
          "这份数据晚于当日，查验后记为事后查验。"}
        名单含完整身份证号，导出和下载都会留痕，文件加密保存。
      </p>
    </Form>
  );
}
