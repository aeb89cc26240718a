import { inForce, type Actor } from "~/domain/access/actor";
import { mayAnywhere } from "~/domain/access/policy";
import { ROLE_LABELS } from "~/domain/access/role";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** What stands at the top of every page about the person. */
export interface FrameView {
  readonly roleLabels: readonly string[];
  readonly regionName: string;
  /** Rosters that wait for him. */
  readonly todoCount: number;
}

export async function viewFrame(actor: Actor, ownRegion: string, on: string): Promise<FrameView> {
  const roles = actor.assignments.filter((held) => inForce(held, on));
  return {
    roleLabels: [...new Set(roles.map((held) => ROLE_LABELS[held.role]))],
    regionName: regionName(roles[0]?.regionCode ?? ownRegion) ?? "",
    todoCount: await countTodo(actor, on),
  };
}

/** Returned rosters to mend, others' submitted ones to review. */
async function countTodo(actor: Actor, on: string): Promise<number> {
  const mends = mayAnywhere(actor, "roster.edit", on);
  const reviews = mayAnywhere(actor, "roster.review", on);
  if (!mends && !reviews) return 0;
  const submittedByOthers = { state: "submitted", submittedBy: { not: actor.userId } };
  return inTransaction(actor, async (tx) => {
    const returned = mends ? await tx.roster.count({ where: { state: "returned" } }) : 0;
    return returned + (reviews ? await tx.roster.count({ where: submittedByOthers }) : 0);
  });
}
