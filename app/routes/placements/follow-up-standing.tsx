import { Form, Link } from "@remix-run/react";
import type { FollowUpHistory } from "~/data/placements/follow-up-history-view.server";
import type { PlacementHead } from "~/data/placements/placement-head-view.server";
import { OUTCOME_LABELS, type FollowUpOutcome } from "~/domain/placements/follow-up";
import { dueLabel } from "~/domain/placements/due-contacts";
import { isSuspectedLost } from "~/domain/placements/follow-up-schedule";
import { DueContacts } from "./due-contacts";
import { nextNotice } from "./follow-up-words";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";

interface FollowUpStandingProps {
  readonly head: PlacementHead;
  readonly history: FollowUpHistory;
  /** What has just been recorded. */
  readonly done: FollowUpOutcome | null;
  readonly mayPlace: boolean;
  readonly phone: string | null;
}

/** When the next contact is due, how often nobody answered, and the number to call. */
export function FollowUpStanding(props: FollowUpStandingProps) {
  const { history, head, done, mayPlace, phone } = props;
  const { unreachableCount } = history;
  return (
    <>
      {done !== null && (
        <Notice kind="success" live>
          {`已登记：${OUTCOME_LABELS[done]}。${nextNotice(history.nextFollowUpOn)}`}
        </Notice>
      )}
      {history.entries.find(({ voided }) => voided === null)?.outcome === "CHANGED_JOB" &&
        mayPlace &&
        !head.isRemoved && (
          <Notice kind="info">
            这份工作因换岗结束。找到新单位的，请
            <Link
              to={`/placements/new?person=${head.personId}`}
              className="text-brand-600 underline"
            >
              登记新就业
            </Link>
            ，稳定就业的时间按规定接续计算。
          </Notice>
        )}
      {isSuspectedLost(unreachableCount) && (
        <Notice kind="warning">
          {`已连续 ${unreachableCount} 次未接通，疑似失联：已列入劳务工作站的失联名单，每月再联系一次。`}
        </Notice>
      )}
      <Card title="回访安排" className="mb-4">
        <DescriptionList
          columns={3}
          items={[
            { term: "上岗日期", detail: history.startedOn },
            { term: "下次回访", detail: nextWords(history) },
            { term: "连续未接通", detail: `${unreachableCount} 次` },
            ...(history.mayReveal ? [{ term: "电话", detail: <Phone phone={phone} /> }] : []),
          ]}
        />
        <DueContacts due={history.due} />
      </Card>
    </>
  );
}

function nextWords({ nextFollowUpOn, startedOn, endedOn }: FollowUpHistory): string {
  if (nextFollowUpOn !== null) return `${nextFollowUpOn}（${dueLabel(startedOn, nextFollowUpOn)}）`;
  return endedOn === null ? "不再安排" : `已离岗（${endedOn}），不再安排`;
}

function Phone({ phone }: { readonly phone: string | null }) {
  if (phone !== null) return <strong className="tabular-nums">{phone}</strong>;
  return (
    <Form method="post" preventScrollReset>
      <SubmitButton
        variant="default"
        size="small"
        icon="eye"
        name="phone"
        value="1"
        pendingLabel="正在显示…"
      >
        显示电话
      </SubmitButton>
      <span className="ml-2 text-xs text-slate-600">每次显示都记入操作留痕</span>
    </Form>
  );
}
