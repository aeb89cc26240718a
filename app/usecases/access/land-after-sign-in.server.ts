import { findDraft } from "~/data/access/draft-store.server";
import { toOwnPath, withParam } from "~/platform/http/own-path.server";
import { asIdentity } from "~/platform/prisma/transaction.server";

/**
 * Where to go after sign-in: back to where he was sent away from, with his interrupted form. Another
 * user's draft is silently left alone: he only lands on the page.
 */
export async function landAfterSignIn(
  userId: string,
  wanted: { to: string | null; draftId: string | null },
  now: Date,
): Promise<string> {
  const own = toOwnPath(wanted.to);
  const to = own === null || own.startsWith("/sign-") ? "/" : own;
  const { draftId } = wanted;
  if (draftId === null) return to;
  const draft = await asIdentity((tx) => findDraft(tx, userId, draftId, now));
  return draft === null ? to : withParam(toOwnPath(draft.path) ?? to, "draft", draft.id);
}
