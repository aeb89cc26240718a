import type { JobState } from "../jobs/job";

/** How an imported registry export stands for its reader. */
export type SnapshotState = "reading" | "ready" | "failed" | "cancelled";

export const SNAPSHOT_STATE_LABELS: Readonly<Record<SnapshotState, string>> = {
  reading: "导入中",
  ready: "可用于查验",
  failed: "未导入",
  cancelled: "已取消",
};

/**
 * From what is stored (`ready`, or `waiting` until the reading is through) and the job that reads
 * it; a job that ended without making the snapshot ready has written nothing.
 */
export function snapshotState(stored: string, job: JobState | null): SnapshotState {
  if (stored === "ready") return "ready";
  if (job === "cancelled") return "cancelled";
  return job === "failed" || job === "done" ? "failed" : "reading";
}

/** People of one county in one category; the empty category is one the registry left open. */
export interface SnapshotCount {
  readonly countyCode: string;
  readonly category: string;
  readonly people: number;
}
