import { Form } from "@remix-run/react";
import type { JobProgress, JobState } from "~/domain/jobs/job";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Notice } from "~/ui/display/notice";
import { LivePage } from "~/ui/progress/live-page";
import { ProgressBar, type ProgressState } from "~/ui/progress/progress-bar";

const BAR: Readonly<Record<JobState, ProgressState>> = {
  queued: "waiting",
  running: "running",
  done: "done",
  failed: "failed",
  cancelled: "cancelled",
};

/** The check or the entry under way: rows done, time left, and a way to stop it. */
export function ImportProgress(props: {
  readonly job: JobProgress | null;
  /** The page on which it is found again. */
  readonly uploadTitle: string;
}) {
  const { job, uploadTitle } = props;
  if (job === null) return <LivePage active />;
  if (job.state === "failed" || job.state === "cancelled") return <Interrupted job={job} />;
  return (
    <div className="max-w-2xl space-y-3">
      <ProgressBar
        label={job.stage || "等待处理"}
        state={BAR[job.state]}
        done={job.done}
        total={job.total ?? 0}
        secondsLeft={job.secondsLeft}
      />
      <p className="text-slate-600">
        {`可以离开本页，处理会继续；稍后从“${uploadTitle}”再打开即可。`}
      </p>
      <Form method="post">
        <input type="hidden" name="jobId" value={job.id} />
        <SubmitButton name="intent" value="cancel" variant="default">
          取消
        </SubmitButton>
      </Form>
    </div>
  );
}

function Interrupted({ job }: { readonly job: JobProgress }) {
  return (
    <Notice
      kind={job.state === "failed" ? "error" : "info"}
      title={job.state === "failed" ? "查验没有完成" : "查验已取消"}
      actions={
        <Form method="post" className="flex gap-2">
          <SubmitButton name="intent" value="recheck">
            重新查验
          </SubmitButton>
          <SubmitButton name="intent" value="abandon" variant="default">
            放弃这次导入
          </SubmitButton>
        </Form>
      }
    >
      {job.message}
    </Notice>
  );
}
