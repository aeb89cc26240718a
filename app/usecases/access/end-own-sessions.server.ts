import type { Actor } from "~/domain/access/actor";
import { endAllSessions, endSession } from "~/data/access/session-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** One session by its handle (the hash of its id in hexadecimal), or all of them: sign-out everywhere. */
export type SessionsToEnd = { readonly handle: string } | "all";

/** Ends sessions of the user himself; answers how many ended. */
export function endOwnSessions(actor: Actor, which: SessionsToEnd, now: Date): Promise<number> {
  const { userId } = actor;
  return inTransaction(actor, async (tx) => {
    const ended =
      which === "all"
        ? await endAllSessions(tx, userId, now)
        : Number(
            await endSession(tx, userId, new Uint8Array(Buffer.from(which.handle, "hex")), now),
          );
    if (ended === 0) return 0;
    await leaveTrail(tx, {
      at: now,
      actorId: userId,
      actorName: actor.name,
      action: which === "all" ? "session.endAll" : "session.end",
      subjectKind: "user",
      subjectId: userId,
      countyCode: null,
      detail: { ended },
    });
    return ended;
  });
}
