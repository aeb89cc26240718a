import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

class RolledBack extends Error {}

/** The value of a step, or the end of everything that was written before it. */
export type Take<Refusal> = <T>(step: Outcome<T, Refusal>) => T;

/**
 * A transaction in which a refusal may come after something was written (an employer, a person): what `take` is
 * handed as refused undoes it all and is the answer.
 */
export async function wholeOrNothing<T, Refusal>(
  scope: Scope,
  work: (tx: Tx, take: Take<Refusal>) => Promise<T>,
): Promise<Outcome<T, Refusal>> {
  let refusal: Refusal | undefined;
  const take: Take<Refusal> = (step) => {
    if (step.ok) return step.value;
    refusal = step.refusal;
    throw new RolledBack("refused after something was written");
  };
  try {
    return done(await inTransaction(scope, (tx) => work(tx, take)));
  } catch (error) {
    if (error instanceof RolledBack && refusal !== undefined) return refused(refusal);
    throw error;
  }
}
