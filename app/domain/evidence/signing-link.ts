import { closedTo } from "~/domain/evidence/signed-roster";
import type { RosterKind, RosterState } from "~/domain/rosters/roster";

/** On the tablet that the officer hands over, or on the trainee's own phone. */
export type SigningWay = "screen" | "ownPhone";

const MINUTE = 60_000;

/** How long a link lives, in milliseconds; why so long, see decisions/0015. */
export const LINK_LIFETIME_MS: Readonly<Record<SigningWay, number>> = {
  screen: 20 * MINUTE,
  ownPhone: 24 * 60 * MINUTE,
};

export interface LinkFacts {
  readonly lineVersion: number;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** What stands behind the link now; null when the line was taken off the roster. */
export interface LineBehindLink {
  readonly version: number;
  readonly kind: RosterKind;
  readonly state: RosterState;
}

export type LinkState = "open" | "used" | "revoked" | "expired" | "outdated" | "closed";

export const LINK_STATE_LABELS: Readonly<Record<LinkState, string>> = {
  open: "待签字",
  used: "已用",
  revoked: "已收回",
  expired: "已过期",
  outdated: "名册内容已变",
  closed: "已封存或锁定",
};

/** Whether the link may still be signed by; at the second it expires it is expired. */
export function linkState(link: LinkFacts, line: LineBehindLink | null, now: Date): LinkState {
  if (link.usedAt !== null) return "used";
  if (link.revokedAt !== null) return "revoked";
  if (now.getTime() >= link.expiresAt.getTime()) return "expired";
  if (line === null || line.version !== link.lineVersion) return "outdated";
  return closedTo(line) === null ? "open" : "closed";
}

/** 32 random bytes in base64url. */
export function isTokenShaped(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/i, "鸿蒙"],
  [/iPad/i, "iPad"],
  [/iPhone/i, "iPhone"],
  [/Android/i, "安卓"],
  [/Windows/i, "Windows 电脑"],
  [/Mac OS X/i, "苹果电脑"],
  [/Linux/i, "Linux 电脑"],
];
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, "微信"],
  [/DingTalk/i, "钉钉"],
  [/MQQBrowser|QQ\//i, "QQ"],
  [/UCBrowser/i, "UC 浏览器"],
  [/HuaweiBrowser/i, "华为浏览器"],
  [/Edg/i, "Edge"],
  [/Firefox/i, "Firefox"],
  [/Chrome/i, "Chrome"],
  [/Safari/i, "Safari"],
];

/** The device as a signature keeps it, in short: 安卓 · 微信. Nothing that would single out one phone. */
export function shortDevice(userAgent: string): string {
  const of = (known: typeof SYSTEMS) => known.find(([shape]) => shape.test(userAgent))?.[1];
  return [of(SYSTEMS), of(BROWSERS)].filter((part) => part !== undefined).join(" · ") || "未识别";
}
