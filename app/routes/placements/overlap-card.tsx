import { Form, Link } from "@remix-run/react";
import type { PlacementDetails } from "~/data/placements/placement-details-view.server";
import type { PlacementHead } from "~/data/placements/placement-head-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import { chinaMinute } from "~/ui/frame/frame-data";
import { ProblemList } from "~/ui/tables/problem-list";

interface OverlapCardProps {
  readonly head: PlacementHead;
  readonly details: Pick<PlacementDetails, "overlaps" | "overlapCheck">;
  readonly feedback: Feedback | undefined;
}

/** What else the person does in these days, and that somebody has found it in order. */
export function OverlapCard({ head, details, feedback }: OverlapCardProps) {
  const { overlaps, overlapCheck: check } = details;
  if (overlaps.length === 0) return null;
  return (
    <Card title={`时间重叠（${overlaps.length}）`} note="各县、各单位、各培训班一起比对">
      {check !== null && (
        <Notice kind="success">
          {`${check.byName}于 ${chinaMinute(check.at)} 核对无误：${check.reason}。出现新的重叠时重新列为待核对。`}
        </Notice>
      )}
      <ProblemList
        label="时间重叠"
        problems={overlaps.map(({ severity, message, advice, to }) => ({
          ...{ severity, message },
          action:
            to === null ? (
              advice
            ) : (
              <>
                {advice}
                <Link to={to} className="ml-2 text-brand-600 hover:underline">
                  打开那一条
                </Link>
              </>
            ),
        }))}
      />
      {check === null && head.mayWrite && (
        <CheckForm head={head} seen={overlaps.length} feedback={feedback} />
      )}
    </Card>
  );
}

function CheckForm({
  head,
  seen,
  feedback,
}: Pick<OverlapCardProps, "head" | "feedback"> & { readonly seen: number }) {
  return (
    <Form method="post" className="mt-4 border-t border-slate-200 pt-4">
      <input type="hidden" name="intent" value="checkOverlaps" />
      <input type="hidden" name="version" value={head.version} />
      <input type="hidden" name="seen" value={seen} />
      <FormFeedback feedback={feedback}>
        <div className="flex flex-wrap items-end gap-3">
          <TextField
            name="reason"
            label="核对情况"
            hint="情况属实的写明缘由，如 两处均为非全日制，已电话核实"
            required
            maxLength={200}
            className="grow"
          />
          <SubmitButton variant="default" pendingLabel="正在保存…">
            核对无误
          </SubmitButton>
        </div>
      </FormFeedback>
    </Form>
  );
}
