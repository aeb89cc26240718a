import { Form } from "@remix-run/react";
import { isOver, type JobProgress, type JobState } from "~/domain/jobs/job";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Notice } from "~/ui/display/notice";
import { ProgressBar, type ProgressState } from "~/ui/progress/progress-bar";

const BAR: Readonly<Record<JobState, ProgressState>> = {
  queued: "waiting",
  running: "running",
  done: "done",
  failed: "failed",
  cancelled: "cancelled",
};

interface SnapshotProgressProps {
  readonly job: JobProgress;
  readonly mayCancel: boolean;
}

/** How far the import is, with the way to stop it; or why it did not come through, and what next. */
export function SnapshotProgress({ job, mayCancel }: SnapshotProgressProps) {
  const soFar = job.total === null && job.done > 0;
  return (
    <div className="mb-4">
      {job.message !== "" && isOver(job.state) && (
        <Notice
          kind={job.state === "failed" ? "error" : "info"}
          title={job.state === "failed" ? "没有导入，数据未改动" : undefined}
          actions={<ButtonLink to="/registry/import">重新上传</ButtonLink>}
          live
        >
          {job.message}
        </Notice>
      )}
      <ProgressBar
        label={job.stage === "" ? "导入建档立卡数据" : job.stage}
        state={BAR[job.state]}
        done={job.done}
        total={job.total ?? 0}
        secondsLeft={job.secondsLeft}
      />
      {soFar && !isOver(job.state) && (
        <p className="mt-1 tabular-nums text-slate-700">
          已处理 {job.done.toLocaleString("zh-CN")} 行
        </p>
      )}
      {mayCancel && !isOver(job.state) && (
        <Form method="post" className="mt-2">
          <input type="hidden" name="jobId" value={job.id} />
          <SubmitButton name="intent" value="cancel" variant="default" pendingLabel="正在取消…">
            取消导入
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}
