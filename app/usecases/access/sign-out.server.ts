import { endSession, findSession } from "~/data/access/session-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { asIdentity } from "~/platform/prisma/transaction.server";
import { hashSessionId } from "~/platform/session.server";

/** Ends the session behind a cookie; an unknown or ended one is as good as signed out. */
export async function signOut(sessionId: string | null, now: Date): Promise<void> {
  if (sessionId === null) return;
  const idHash = hashSessionId(sessionId);
  const session = await findSession(idHash);
  if (session === null) return;
  await asIdentity(async (tx) => {
    if (!(await endSession(tx, session.userId, idHash, now))) return;
    await leaveTrail(tx, {
      at: now,
      actorId: session.userId,
      actorName: session.name,
      action: "session.end",
      subjectKind: "user",
      subjectId: session.userId,
      countyCode: session.organisationRegion,
      detail: {},
    });
  });
}
