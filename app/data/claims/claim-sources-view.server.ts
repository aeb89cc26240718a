import { numbersFor } from "~/data/rules/numbers.server";
import type { Actor } from "~/domain/access/actor";
import type { ClaimKind } from "~/domain/claims/claim";
import { BEFORE_ALL } from "~/domain/claims/drawing";
import type { SourceChoice } from "~/domain/claims/claim-source";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { batchSources, monthSources } from "./sources/placement-sources.server";
import { trainingSources } from "./sources/training-sources.server";
import { wageSources } from "./sources/wage-sources.server";

/** What a claim of the kind could be drawn from in the county; those with somebody to claim for first. */
export function viewClaimSources(
  actor: Actor,
  { countyCode, kind }: { readonly countyCode: string; readonly kind: ClaimKind },
  today: CalendarDate,
): Promise<readonly SourceChoice[]> {
  return inTransaction(actor, async (tx) => {
    const numbers = await numbersFor(tx, countyCode, [BEFORE_ALL, today]);
    const of = { countyCode, today, numbers };
    const found = await (async () => {
      switch (kind) {
        case "TRAINING":
          return trainingSources(tx, countyCode);
        case "AGENCY":
          return batchSources(tx, { ...of, kind });
        case "STABLE_EMPLOYMENT":
        case "OUTWORK":
          return monthSources(tx, { ...of, kind });
        case "POST":
          return wageSources(tx, countyCode);
      }
    })();
    return [...found].sort((a, b) => Number(b.open > 0) - Number(a.open > 0));
  });
}
