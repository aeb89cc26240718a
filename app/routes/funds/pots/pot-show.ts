import type { PotLine } from "~/data/funds/pot-list-view.server";

/** Which pots of a year a list shows; every total of the page opens one of them. */
export type PotShow =
  | "all"
  | "left"
  | "received"
  | "spent"
  | "pending"
  | "idle"
  | "late"
  | "overdue"
  | "unjudged"
  | "locked";

export const POT_SHOW_LABELS: Readonly<Record<PotShow, string>> = {
  all: "全部",
  left: "还有可用资金",
  received: "有到账",
  spent: "有支出",
  pending: "有待审核支出",
  idle: "有滞留资金",
  late: "有逾期到账",
  overdue: "有逾期未到账",
  unjudged: "有无法判断的到账",
  locked: "结余锁定",
};

const HOLDS: Readonly<Record<PotShow, (pot: PotLine) => boolean>> = {
  all: () => true,
  left: ({ availableFen }) => availableFen > 0,
  received: ({ receivedFen }) => receivedFen > 0,
  spent: ({ spentFen }) => spentFen > 0,
  pending: ({ pendingFen }) => pendingFen > 0,
  idle: ({ idleFen }) => idleFen > 0,
  late: ({ lateReceipts }) => lateReceipts > 0,
  overdue: ({ overdueFen }) => overdueFen > 0,
  unjudged: ({ unjudgedReceipts }) => unjudgedReceipts > 0,
  locked: ({ lockedFen }) => lockedFen > 0,
};

export function readShow(text: string | null): PotShow {
  return text !== null && text in HOLDS ? (text as PotShow) : "all";
}

export function potsShown(pots: readonly PotLine[], show: PotShow): readonly PotLine[] {
  return pots.filter(HOLDS[show]);
}
