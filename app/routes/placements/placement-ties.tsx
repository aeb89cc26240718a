import { Link } from "@remix-run/react";
import type { PlacementDetails } from "~/data/placements/placement-details-view.server";
import type { PlacementHead } from "~/data/placements/placement-head-view.server";
import { Card } from "~/ui/display/card";

const LINK = "text-brand-600 hover:underline";

interface PlacementTiesProps {
  readonly head: PlacementHead;
  readonly details: PlacementDetails;
}

/** What the line hangs on: where it came from, the last follow-ups, the person's other jobs. */
export function PlacementTies({ head, details }: PlacementTiesProps) {
  const { source, others } = details;
  return (
    <>
      {source.length > 0 && (
        <Card title="来源">
          <ul className="space-y-1">
            {source.map(({ label, to }) => (
              <li key={to}>
                <Link to={to} className={LINK}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <FollowUps head={head} details={details} />
      {others.length > 0 && (
        <Card title={`此人的其他就业登记（${others.length}）`}>
          <ul className="space-y-1">
            {others.map(({ id, employerName, startedOn, endedOn }) => (
              <li key={id}>
                <Link to={`/placements/${id}`} className={LINK}>
                  {employerName}
                </Link>
                <span className="ml-2 tabular-nums text-slate-700">
                  {startedOn} 至 {endedOn ?? "今"}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function FollowUps({ head, details }: PlacementTiesProps) {
  const { followUps, nextFollowUpOn } = details;
  const next = nextFollowUpOn === null ? "没有待办的回访" : `下次回访 ${nextFollowUpOn}`;
  return (
    <Card
      title="最近回访"
      note={next}
      actions={
        <Link to={`/placements/${head.id}/follow-ups`} className={LINK}>
          全部回访
        </Link>
      }
    >
      {followUps.length === 0 ? (
        <p className="text-slate-700">还没有回访记录。</p>
      ) : (
        <ul className="space-y-1">
          {followUps.map(({ id, contactedOn, outcome, note }) => (
            <li key={id}>
              <span className="tabular-nums">{contactedOn}</span>
              <span className="ml-2 font-medium">{outcome}</span>
              <span className="ml-2 text-slate-700">{note}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
