import type { TrailEntry } from "~/domain/trail/trail-event";

interface KnownUser {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly regionCode: string;
}

export function signInStarted(user: KnownUser, ip: string, at: Date): TrailEntry {
  return {
    at,
    actorId: user.id,
    actorName: user.name,
    action: "session.start",
    subjectKind: "user",
    subjectId: user.id,
    countyCode: user.regionCode,
    detail: { account: user.account, ip },
  };
}

/** What was typed as an unknown account may be a password in the wrong field: it is not written down. */
export function signInRefused(
  user: KnownUser | null,
  isPasswordRight: boolean,
  ip: string,
  at: Date,
): TrailEntry {
  const known = isPasswordRight ? "账号已停用或初始密码已过期" : "密码不正确";
  return {
    at,
    actorId: null,
    actorName: "未登录",
    action: "session.refuse",
    subjectKind: "user",
    subjectId: user?.id ?? "",
    countyCode: user?.regionCode ?? null,
    detail: { account: user?.account ?? null, ip, reason: user === null ? "账号不存在" : known },
  };
}
