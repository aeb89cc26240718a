import { changeClaim, ofClaim, type AskedClaimStep } from "~/data/claims/claim-change.server";
import type { ClaimStepRefusal } from "~/data/claims/claim-change.server";
import { addLines, claimedSources, holdDrawing } from "~/data/claims/claim-store.server";
import { gather, type GatherRefusal } from "~/data/claims/draw/gather.server";
import {
  rewriteLines,
  sourceAsked,
  takeOutLines,
  writtenLines,
} from "~/data/claims/written-line-store.server";
import { numbersFor } from "~/data/rules/numbers.server";
import type { Actor } from "~/domain/access/actor";
import { SOURCE_OF_KIND } from "~/domain/claims/claim";
import { BEFORE_ALL, priced } from "~/domain/claims/drawing";
import { DROPPED_REASON, redrawn } from "~/domain/claims/redraw";
import { done, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type RedrawClaimRefusal = ClaimStepRefusal | GatherRefusal;

/** How many lines came in, went, and were written again. */
export interface RedrawnClaim {
  readonly added: number;
  readonly dropped: number;
  readonly changed: number;
}

/** Takes in what is newly proved, drops what no longer is, and prices anew by the rates now in force. */
export function redrawClaim(
  actor: Actor,
  asked: AskedClaimStep,
  now: Date,
): Promise<Outcome<RedrawnClaim, RedrawClaimRefusal>> {
  const step = { needs: ["claim.write"], states: ["draft", "returned"], now } as const;
  const today = dayInChina(now);
  return ofClaim<RedrawnClaim, RedrawClaimRefusal>(actor, asked, step, async (tx, claim) => {
    const { id, countyCode, kind, year } = claim;
    await holdDrawing(tx, countyCode, kind);
    const numbers = await numbersFor(tx, countyCode, [BEFORE_ALL, today]);
    const found = await gather(tx, { countyCode, today }, await sourceAsked(tx, id), numbers);
    if (!found.ok) return found;
    const lines = found.value.lines.map((line) => priced(line, kind, numbers));
    const ids = lines.map(({ sourceId }) => sourceId);
    const written = await writtenLines(tx, id);
    const claimed = await claimedSources(tx, kind, ids);
    const { added, changed, dropped } = redrawn(written.lines, lines, claimed);
    const counts = { added: added.length, dropped: dropped.length, changed: changed.length };
    if (added.length + changed.length + dropped.length === 0) return done(counts);
    await takeOutLines(tx, id, dropped, { reason: DROPPED_REASON, now });
    await rewriteLines(tx, id, changed);
    const sourceKind = SOURCE_OF_KIND[kind];
    await addLines(tx, { id, countyCode, kind, year, sourceKind, lastNo: written.lastNo }, added);
    const outcome = `重新取数：新列入 ${counts.added} 条，移出 ${counts.dropped} 条，改动 ${counts.changed} 条`;
    await changeClaim(tx, claim, {}, { actor, now, action: "claim.change", detail: { outcome } });
    return done(counts);
  });
}
