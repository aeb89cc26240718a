import type { PoolClient } from "pg";
import type { ClaimFacts } from "~/domain/claims/facts";
import type { NumbersOn } from "~/domain/rules/value-series";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { batchFactsOf, type BatchFacts } from "./batch-facts.server";
import { pageOfLines, type PageLine } from "./line-page.server";
import { engagementsOf, otherClaimsOf } from "./other-facts.server";
import { payeeFactsOf } from "./payee-facts.server";
import { personFactsOf } from "./person-facts.server";
import { placementFactsOf } from "./placement-facts.server";
import { postFactsOf } from "./post-facts.server";
import { trainingFactsOf } from "./training-facts.server";

const AT_A_TIME = 2000;

export interface LineFacts {
  readonly lineId: string;
  readonly facts: ClaimFacts;
}

/**
 * All that is known of a batch's lines, some thousands at a time in their order, each group by one statement a page. The
 * client sees the batch's county alone: what lies beyond is told by its days. `numbers`: of the county, for the periods'
 * days.
 */
export async function* factsOf(
  client: PoolClient,
  batchId: string,
  { today, numbers }: { readonly today: CalendarDate; readonly numbers: NumbersOn },
): AsyncGenerator<readonly LineFacts[]> {
  const batch = await batchFactsOf(client, batchId);
  if (batch === null) return;
  let after: PageLine | null = null;
  for (;;) {
    const lines: readonly PageLine[] = await pageOfLines(client, batchId, after, AT_A_TIME);
    if (lines.length > 0) yield await factsOfPage(client, lines, batch, { today, numbers });
    after = lines.at(-1) ?? null;
    if (lines.length < AT_A_TIME) return;
  }
}

async function factsOfPage(
  client: PoolClient,
  lines: readonly PageLine[],
  { submittedOn, unit, pot }: BatchFacts,
  { today, numbers }: { readonly today: CalendarDate; readonly numbers: NumbersOn },
): Promise<LineFacts[]> {
  const claimedOn = submittedOn ?? today;
  const person = await personFactsOf(client, lines);
  const payee = await payeeFactsOf(client, lines, unit);
  const others = await otherClaimsOf(client, lines);
  const engagements = await engagementsOf(client, lines);
  const training = await trainingFactsOf(client, lines, numbers);
  const placement = await placementFactsOf(client, lines, numbers, claimedOn);
  const post = await postFactsOf(client, lines, numbers);
  return lines.map((line) => {
    const { id } = line;
    const facts: ClaimFacts = {
      kind: line.kind,
      sourceKind: line.sourceKind,
      countyCode: line.countyCode,
      year: line.year,
      claimedOn,
      eventOn: line.eventOn,
      periodFrom: line.periodFrom,
      periodTo: line.periodTo,
      quantity: line.quantity,
      unit: line.unit,
      rateFen: line.rateFen,
      amountFen: line.amountFen,
      pot,
      person: person(line),
      payee: payee(line),
      others: others.get(id) ?? [],
      engagements: engagements.get(id) ?? [],
      training: training.get(id) ?? null,
      placement: placement.get(id) ?? null,
      post: post.get(id) ?? null,
    };
    return { lineId: id, facts };
  });
}
