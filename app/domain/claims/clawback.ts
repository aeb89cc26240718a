export type ClawbackState = "proposed" | "confirmed" | "repaid" | "stopped" | "dropped";

export const CLAWBACK_STATE_LABELS: Readonly<Record<ClawbackState, string>> = {
  proposed: "待确认追回",
  confirmed: "追回中",
  repaid: "已追回",
  stopped: "已停发",
  dropped: "不予追回",
};

/** Somebody has decided that the money comes back, or does not go out. */
export const DECIDED_CLAWBACKS: readonly ClawbackState[] = ["confirmed", "repaid", "stopped"];
