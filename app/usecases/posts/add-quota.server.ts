import { leaveQuotaTrail, saveQuota } from "~/data/posts/quota-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { QuotaFacts } from "~/domain/posts/quota";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface AddQuotaRefusal {
  readonly kind: "forbidden";
}

/** Enters the posts that a document gives a county, a township or a village; answers the quota's id. */
export async function addQuota(
  actor: Actor,
  asked: { readonly countyCode: string; readonly facts: QuotaFacts },
  now: Date,
): Promise<Outcome<string, AddQuotaRefusal>> {
  const { countyCode } = asked;
  if (!may(actor, "post.write", countyCode, dayInChina(now))) return refused({ kind: "forbidden" });
  const facts = { ...asked.facts, note: withNumbersMasked(asked.facts.note) };
  const id = newId();
  return inTransaction(actor, async (tx) => {
    await saveQuota(tx, { id, countyCode, facts }, { userId: actor.userId, name: actor.name, now });
    const { title: name, posts: headcount, documentNumber: source } = facts;
    const detail = { name, headcount, source };
    await leaveQuotaTrail(
      tx,
      actor,
      { id, countyCode },
      { action: "post.quota.add", at: now, detail },
    );
    return done(id);
  });
}
