/** STOPPED: found bad after its approval and before its money went out. */
export type LinePayment = "SENT" | "PAID" | "FAILED" | "STOPPED";

export const LINE_PAYMENT_LABELS: Readonly<Record<LinePayment, string>> = {
  SENT: "等回盘",
  PAID: "已发放",
  FAILED: "发放失败",
  STOPPED: "已停发",
};
