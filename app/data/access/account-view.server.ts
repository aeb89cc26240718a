import { inForce, type Actor } from "~/domain/access/actor";
import { IDLE_LIMIT_MS } from "~/domain/access/session-limits";
import { ROLE_LABELS } from "~/domain/access/role";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface RunningSession {
  /** Names the session in a form; opens nothing. */
  readonly handle: string;
  readonly isThis: boolean;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly ip: string;
  readonly browser: string;
}

export interface AccountView {
  readonly account: string;
  readonly passwordChangedAt: string;
  readonly roles: readonly HeldRole[];
  readonly sessions: readonly RunningSession[];
}

export interface HeldRole {
  readonly label: string;
  readonly region: string;
  readonly from: string;
  readonly to: string | null;
  readonly isInForce: boolean;
}

/** The user's own account: his roles and the places he is signed in at. */
export function viewAccount(
  actor: Actor,
  thisSession: Uint8Array<ArrayBuffer>,
  now: Date,
  on: string,
): Promise<AccountView> {
  const seenSince = new Date(now.getTime() - IDLE_LIMIT_MS);
  const own = Buffer.from(thisSession).toString("hex");
  return inTransaction(actor, async (tx) => {
    const user = await tx.userAccount.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { account: true, passwordChangedAt: true, sessionsValidFrom: true },
    });
    const since = user.sessionsValidFrom ?? new Date(0);
    const sessions = await tx.session.findMany({
      where: {
        userId: actor.userId,
        endedAt: null,
        expiresAt: { gt: now },
        lastSeenAt: { gt: seenSince },
        createdAt: { gte: since },
      },
      orderBy: { lastSeenAt: "desc" },
    });
    return {
      account: user.account,
      passwordChangedAt: user.passwordChangedAt.toISOString(),
      roles: actor.assignments.map((held) => ({
        label: ROLE_LABELS[held.role],
        region: regionName(held.regionCode) ?? held.regionCode,
        from: held.from,
        to: held.to,
        isInForce: inForce(held, on),
      })),
      sessions: sessions.map((session) => {
        const handle = Buffer.from(session.idHash).toString("hex");
        return {
          handle,
          isThis: handle === own,
          startedAt: session.createdAt.toISOString(),
          lastSeenAt: session.lastSeenAt.toISOString(),
          ip: session.ip,
          browser: browserName(session.userAgent),
        };
      }),
    };
  });
}

/** A browser's name as its user knows it; the most telling mark stands first. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Qaxbrowser/i, "奇安信浏览器"],
  [/360SE|360EE|QIHU/i, "360 浏览器"],
  [/MicroMessenger/i, "微信"],
  [/QQBrowser/i, "QQ 浏览器"],
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome 内核浏览器"],
  [/Safari\//, "Safari"],
];

function browserName(userAgent: string): string {
  return BROWSERS.find(([mark]) => mark.test(userAgent))?.[1] ?? "其他浏览器";
}
