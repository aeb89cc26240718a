import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** Whether pictures of a session may be read and sent, before anything is. */
export interface MediaTargetPage {
  readonly isCancelled: boolean;
  readonly isSealed: boolean;
  readonly mayRead: boolean;
  readonly mayWrite: boolean;
}

/** Null when the class has no such session, or is not of the actor's counties. */
export function viewMediaTarget(
  actor: Actor,
  which: { readonly classId?: string; readonly sessionId?: string },
  on: string,
): Promise<MediaTargetPage | null> {
  const { classId, sessionId } = which;
  if (!isUuid(classId) || !isUuid(sessionId)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const session = await tx.classSession.findFirst({
      where: { id: sessionId, classId },
      select: { countyCode: true, cancelledAt: true },
    });
    if (session === null || !may(actor, "class.read", session.countyCode, on)) return null;
    const roster = await tx.roster.findUnique({ where: { classId }, select: { state: true } });
    return {
      isCancelled: session.cancelledAt !== null,
      isSealed: roster?.state === "sealed",
      mayRead: may(actor, "media.read", session.countyCode, on),
      mayWrite: may(actor, "media.write", session.countyCode, on),
    };
  });
}
