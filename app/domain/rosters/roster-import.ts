import type { Finding } from "./finding";

/** Where an uploaded roster file stands on its way into a roster. */
export type ImportState =
  "waiting" | "needsColumns" | "checked" | "committed" | "failed" | "superseded" | "abandoned";

export const IMPORT_STATE_LABELS: Readonly<Record<ImportState, string>> = {
  waiting: "查验中",
  needsColumns: "待认表头",
  checked: "待确认",
  committed: "已入册",
  failed: "未能读取",
  superseded: "已有新版本",
  abandoned: "已放弃",
};

/** Worst thing found in the row. */
export type RowState = "ready" | "cleaned" | "warning" | "refused";

export const ROW_STATE_LABELS: Readonly<Record<RowState, string>> = {
  ready: "可入册",
  cleaned: "已整理",
  warning: "请留意",
  refused: "须改正",
};

/** How the row stands to what is known already. */
export type RowMatching =
  /** A person not met before. */
  | "new"
  /** Known from another roster, with the same data. */
  | "known"
  /** Known, with other data: decide which holds. */
  | "differs"
  /** On this very roster already, unchanged. */
  | "onRoster"
  /** On this roster already, with other data: decide which holds. */
  | "lineDiffers";

/** keep: what is on record stays; take: the file's data replaces it. */
export type Decision = "keep" | "take";

/** One field in which the file and the record disagree; values masked for display. */
export interface Difference {
  readonly field: string;
  readonly label: string;
  readonly known: string;
  readonly given: string;
}

export interface RowCounts {
  readonly rows: number;
  readonly ready: number;
  readonly cleaned: number;
  readonly warning: number;
  readonly refused: number;
  /** Rows with differences nobody has decided yet. */
  readonly undecided: number;
  /** Rows that are on the roster already and would change nothing. */
  readonly onRoster: number;
}

export function rowState(findings: readonly Finding[]): RowState {
  if (findings.some((one) => one.severity === "refused")) return "refused";
  if (findings.some((one) => one.severity === "warning")) return "warning";
  return findings.length > 0 ? "cleaned" : "ready";
}

/** How much of an import may go in. */
export type CommitMode = "all" | "goodOnly";

/** Why an import cannot go in as asked; null when it can. */
export function whyNotCommit(
  counts: RowCounts,
  mode: CommitMode,
): "refusedRows" | "undecided" | "nothing" | null {
  if (counts.undecided > 0) return "undecided";
  if (mode === "all" && counts.refused > 0) return "refusedRows";
  return counts.rows - counts.refused === 0 ? "nothing" : null;
}
