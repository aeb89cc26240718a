import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import { chinaMinute } from "~/ui/frame/frame-data";

/** Behind who made the latest check kept: when the product last looked at an approved claim by itself, and what came of it. */
export function lookedText({ state, check }: ClaimHead): string {
  if (check === null || (state !== "approved" && state !== "paid")) return "";
  const found =
    check.lookedAt > check.ranAt ? `最近一次 ${chinaMinute(check.lookedAt)}，结论没有变化` : "";
  return `。批准后系统每天自动复查，到发放满两年为止${found === "" ? "" : `；${found}`}`;
}
