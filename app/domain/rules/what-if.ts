import type { ClaimFacts } from "../claims/facts";
import { fen, type Fen } from "../shared/fen";
import { isWithin, toRegionCode } from "../shared/region-code";
import { checkLine } from "./check-line";
import { rateParameterOf } from "./rate-parameter";
import type { ParameterId } from "./parameter";
import { cannotTell, type Numbers, type Rule, type Verdict, type VerdictKind } from "./rule";

/** What is not a pass, by rule. */
export interface ChangedVerdict {
  readonly rule: string;
  readonly title: string;
  readonly before: VerdictKind;
  readonly after: VerdictKind;
  /** Said of it with the pack. */
  readonly message: string;
}

/** A line whose amount or whose verdicts a pack would change. */
export interface LineDifference {
  readonly amountBefore: Fen;
  readonly amountAfter: Fen;
  readonly changed: readonly ChangedVerdict[];
}

/** The line as it would be drawn by other numbers; a rate they leave alone leaves the line alone. */
export function repriced(facts: ClaimFacts, before: Numbers, after: Numbers): ClaimFacts {
  const parameter = rateParameterOf(facts);
  if (parameter === null) return facts;
  const [was, is] = [before(parameter)?.value ?? null, after(parameter)?.value ?? null];
  if (was === is) return facts;
  if (is === null) return { ...facts, rateFen: null, amountFen: fen(0) };
  const rateFen = fen(Math.round(is * 100));
  return { ...facts, rateFen, amountFen: fen(Math.round(facts.quantity * rateFen)) };
}

/**
 * The line by the numbers in force and by those with the pack; null when nothing changes. `moved` is by how much the
 * whole batch would change, so that its pot is asked about the right sum.
 */
export function lineDifference(
  facts: ClaimFacts,
  before: Numbers,
  after: Numbers,
  moved: number,
): LineDifference | null {
  const priced = repriced(facts, before, after);
  const pot = { ...priced.pot, batchFen: fen(priced.pot.batchFen + moved) };
  const now = checkLine(facts, before);
  const then = checkLine({ ...priced, pot }, after);
  const changed = then.flatMap(({ rule, verdict: found }, place) => {
    const verdict = asksMoreMonths(rule, before, after) ? untold(found) : found;
    const was = now[place]?.verdict.kind ?? "pass";
    if (was === verdict.kind) return [];
    const { id, title } = rule;
    return [{ rule: id, title, before: was, after: verdict.kind, message: verdict.message }];
  });
  if (changed.length === 0 && priced.amountFen === facts.amountFen) return null;
  return { amountBefore: facts.amountFen, amountAfter: priced.amountFen, changed };
}

/** Months are proved up to the last day of the line, which was drawn for as many as were asked then. */
const MONTHS_ASKED: readonly ParameterId[] = [
  "claim.stableMinMonths",
  "claim.agencyMinMonths",
  "claim.outworkMinMonths",
];

const asksMoreMonths = ({ parameters }: Rule, before: Numbers, after: Numbers): boolean =>
  parameters
    .filter((one) => MONTHS_ASKED.includes(one))
    .some((one) => (after(one)?.value ?? 0) > (before(one)?.value ?? 0));

const untold = (verdict: Verdict): Verdict =>
  verdict.kind === "fail"
    ? cannotTell("须满月数增加，明细的期间要重新取数后才能判断", ...verdict.inputs)
    : verdict;

/** Whether a pack of the area sets standards for the county. */
export function packCovers(regionCode: string, countyCode: string): boolean {
  const [area, county] = [toRegionCode(regionCode), toRegionCode(countyCode)];
  return area !== null && county !== null && isWithin(county, area);
}
