import type { Actor } from "~/domain/access/actor";
import { mayAnywhere } from "~/domain/access/policy";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** How many rosters wait for this person: returned ones to mend, others' submitted ones to review. */
export async function viewTodoCount(actor: Actor, on: string): Promise<number> {
  const mends = mayAnywhere(actor, "roster.edit", on);
  const reviews = mayAnywhere(actor, "roster.review", on);
  if (!mends && !reviews) return 0;
  return inTransaction(actor, async (tx) => {
    const returned = mends ? await tx.roster.count({ where: { state: "returned" } }) : 0;
    const submitted = reviews
      ? await tx.roster.count({
          where: { state: "submitted", submittedBy: { not: actor.userId } },
        })
      : 0;
    return returned + submitted;
  });
}
