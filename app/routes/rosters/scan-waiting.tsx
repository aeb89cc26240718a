import { Form } from "@remix-run/react";
import type { WaitingBatch } from "~/data/evidence/scan-list-view.server";
import { isOver, type JobState } from "~/domain/jobs/job";
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

interface WaitingScansProps {
  readonly waiting: readonly WaitingBatch[];
  readonly mayRecord: boolean;
}

/** Uploads being read, with a way to stop; or why the reading stopped, and what next. */
export function WaitingScans({ waiting, mayRecord }: WaitingScansProps) {
  return (
    <>
      {waiting.map((batch) => (
        <Waiting key={batch.batchId} batch={batch} mayRecord={mayRecord} />
      ))}
    </>
  );
}

function Waiting(props: { readonly batch: WaitingBatch; readonly mayRecord: boolean }) {
  const { batch, mayRecord } = props;
  const { job } = batch;
  if (job === null) return <LivePage active />;
  if (job.state === "failed" || job.state === "cancelled") {
    return (
      <Notice
        kind={job.state === "failed" ? "error" : "info"}
        title={`一批扫描件（${batch.fileCount} 个文件）没有读完`}
        actions={mayRecord && <Resume batchId={batch.batchId} />}
      >
        {job.message}
      </Notice>
    );
  }
  return (
    <div className="mb-4 max-w-2xl">
      <ProgressBar
        label={job.stage || "等待读取扫描件"}
        state={BAR[job.state]}
        done={job.done}
        total={job.total ?? 0}
        unit="个文件"
        secondsLeft={job.secondsLeft}
      />
      {mayRecord && !isOver(job.state) && (
        <Form method="post" className="mt-2">
          <input type="hidden" name="jobId" value={job.id} />
          <SubmitButton name="intent" value="cancel" variant="default">
            取消
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}

function Resume({ batchId }: { readonly batchId: string }) {
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="batchId" value={batchId} />
      <SubmitButton name="intent" value="readAgain">
        重新读取
      </SubmitButton>
      <SubmitButton name="intent" value="giveUp" variant="default">
        放弃这一批
      </SubmitButton>
    </Form>
  );
}
