import type { Actor } from "~/domain/access/actor";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findSession, hasAttendance, type SessionRecord } from "./session-store.server";

export interface SessionPage extends SessionRecord {
  readonly hasAttendance: boolean;
}

/** One session of a class the reader may see; null when the class has none of this id. */
export function viewSession(
  actor: Actor,
  classId: string,
  sessionId: string | undefined,
): Promise<SessionPage | null> {
  return inTransaction(actor, async (tx) => {
    const session = await findSession(tx, classId, sessionId ?? "");
    if (session === null) return null;
    return { ...session, hasAttendance: await hasAttendance(tx, session.id) };
  });
}
