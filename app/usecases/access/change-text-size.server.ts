import type { Actor } from "~/domain/access/actor";
import { saveTextSize } from "~/data/access/user-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** Keeps the reader's text size with his account. A taste, not a deed: it leaves no trail. */
export function changeTextSize(actor: Actor, textSize: "normal" | "large"): Promise<void> {
  return inTransaction(actor, (tx) => saveTextSize(tx, actor.userId, textSize));
}
