export type JobKind =
  | "checkRosterImport"
  | "commitRosterImport"
  | "importRegistry"
  | "readMedia"
  | "readScans"
  | "recheckClaims";

export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

export const JOB_STATE_LABELS: Readonly<Record<JobState, string>> = {
  queued: "排队中",
  running: "处理中",
  done: "已完成",
  failed: "未完成",
  cancelled: "已取消",
};

/** What a progress bar needs. `total` is null while the amount of work is not yet known. */
export interface JobProgress {
  readonly id: string;
  readonly kind: JobKind;
  readonly subjectId: string;
  readonly state: JobState;
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
  /** Chinese; why it failed, or what was done. */
  readonly message: string;
  /** Seconds, from the pace so far; null when it cannot be told yet. */
  readonly secondsLeft: number | null;
}

export function isOver(state: JobState): boolean {
  return state === "done" || state === "failed" || state === "cancelled";
}

/** Seconds left at the average pace so far; null before anything is done. */
export function secondsLeft(done: number, total: number | null, elapsedMs: number): number | null {
  if (total === null || done <= 0 || done > total) return null;
  return Math.ceil(((total - done) * elapsedMs) / done / 1000);
}

/** Units of work in all, by the share (0..1) that those done so far were; null before anything is read. */
export function estimatedTotal(done: number, share: number): number | null {
  return share <= 0 ? null : Math.max(done, Math.round(done / share));
}
