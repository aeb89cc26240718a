import { numbersFor } from "~/data/rules/numbers.server";
import { factGroups, type FactGroup } from "~/domain/claims/fact-words";
import type { ClaimFacts } from "~/domain/claims/facts";
import { lineVerdicts, type NumberUsed } from "~/domain/claims/line-verdicts";
import type { StoredVerdict } from "~/domain/claims/stored-verdict";
import { ruleVerdict, type RuleVerdict } from "~/domain/rules/rule-verdict";
import type { Tx } from "~/platform/prisma/client.server";
import { approvedAt } from "./approved-at.server";

/** What the latest check that knows the line says of it. */
export interface LineCheck {
  readonly number: number;
  readonly ranAt: string;
  readonly verdicts: readonly RuleVerdict[];
  readonly facts: readonly FactGroup[];
}

/** The latest check that knows the line; null: there is none. */
export async function lineCheck(
  tx: Tx,
  countyCode: string,
  row: { readonly id: string; readonly batchId: string },
): Promise<LineCheck | null> {
  const found = await tx.claimVerdict.findFirst({
    where: { lineId: row.id },
    include: { run: { select: { number: true, ranAt: true, parameters: true } } },
    orderBy: { run: { number: "desc" } },
  });
  if (found === null) return null;
  const { number, ranAt, parameters } = found.run;
  // Written by the check alone, as it judged the line.
  const facts = found.facts as unknown as ClaimFacts;
  const kept = found.verdicts as unknown as readonly StoredVerdict[];
  const used = parameters as unknown as readonly NumberUsed[];
  const known = await approvedAt(tx, row.batchId);
  const numbers = await numbersFor(tx, countyCode, [facts.eventOn, facts.periodTo], known);
  const judged = lineVerdicts(facts, kept, numbers(facts.eventOn), used);
  return {
    ...{ number, ranAt: ranAt.toISOString(), facts: factGroups(facts) },
    verdicts: judged.map(({ rule, verdict }) => ruleVerdict(rule, verdict, countyCode)),
  };
}
