import { findDraft } from "~/data/access/draft-store.server";
import { asIdentity } from "~/platform/prisma/transaction.server";

/** The user's own interrupted form when the page asked for is the one it stood on, or null. */
export async function findReturnedDraft(
  request: Request,
  userId: string,
  now: Date,
): Promise<{ fields: Readonly<Record<string, string>>; savedAt: string } | null> {
  const url = new URL(request.url);
  const id = url.searchParams.get("draft");
  if (id === null) return null;
  const draft = await asIdentity((tx) => findDraft(tx, userId, id, now));
  if (draft === null || draft.path.split("?")[0] !== url.pathname) return null;
  return { fields: draft.fields, savedAt: draft.savedAt.toISOString() };
}
