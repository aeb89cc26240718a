import type { IconName } from "./icon-paths";

/** Meaning of a colour; colour never stands alone, so every tone has its icon. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const TONE_ICON: Record<Tone, IconName> = {
  neutral: "info",
  info: "info",
  success: "success",
  warning: "warning",
  danger: "error",
};

/** Border, ground and ink of a box in a tone; every ink reaches 4.5:1 on its ground. */
export const TONE_BOX: Record<Tone, string> = {
  neutral: "border-slate-300 bg-slate-50 text-slate-700",
  info: "border-blue-300 bg-blue-50 text-blue-800",
  success: "border-green-300 bg-green-50 text-green-800",
  warning: "border-amber-300 bg-amber-50 text-amber-900",
  danger: "border-red-300 bg-red-50 text-red-800",
};

export const TONE_INK: Record<Tone, string> = {
  neutral: "text-slate-600",
  info: "text-blue-700",
  success: "text-green-700",
  warning: "text-amber-700",
  danger: "text-red-700",
};
