import type { Destination } from "./destination";
import type { Arrangement, PlacementForm, WorkerGroup } from "./placement";

/** Which lines of the ledger a list shows: 在岗, 已离岗, all that stand, or those taken out. */
export type LedgerState = "inWork" | "ended" | "all" | "removed";

export const LEDGER_STATE_LABELS: Readonly<Record<LedgerState, string>> = {
  inWork: "在岗",
  ended: "已离岗",
  all: "全部",
  removed: "已移出",
};

export const LEDGER_STATES = Object.keys(LEDGER_STATE_LABELS) as readonly LedgerState[];

/** How far a line is proved. */
export type ProofState = "proved" | "notVerified" | "noEvidence";

export const PROOF_STATE_LABELS: Readonly<Record<ProofState, string>> = {
  proved: "已查验且有佐证",
  notVerified: "未查验或不在建档立卡数据中",
  noEvidence: "没有佐证",
};

export const PROOF_STATES = Object.keys(PROOF_STATE_LABELS) as readonly ProofState[];

/** What a clerk goes through line by line: not forbidden, to be looked at; and the overlaps that were. */
export type LedgerCheck = "overlap" | "overlapChecked" | "noBatch";

export const LEDGER_CHECK_LABELS: Readonly<Record<LedgerCheck, string>> = {
  overlap: "时间重叠",
  overlapChecked: "时间重叠、已核对",
  noBatch: "有组织未关联批次",
};

export const LEDGER_CHECKS = Object.keys(LEDGER_CHECK_LABELS) as readonly LedgerCheck[];

/** What the ledger is narrowed down to; empty texts and nulls narrow nothing. */
export interface LedgerFilter {
  /** Six digits. */
  readonly county: string;
  readonly township: string;
  /** Beginning of a name, or of its pinyin initials in Latin letters. */
  readonly text: string;
  readonly state: LedgerState;
  readonly destination: Destination | null;
  readonly form: PlacementForm | null;
  readonly arrangement: Arrangement | null;
  readonly group: WorkerGroup | null;
  readonly proof: ProofState | null;
  readonly check: LedgerCheck | null;
  /** Ids of what the line came from or hangs on. */
  readonly employer: string | null;
  readonly import: string | null;
  readonly batch: string | null;
  readonly vacancy: string | null;
  readonly class: string | null;
}
