import { CLOSURE_STEP_LABELS, CLOSURE_STEPS } from "../../../funds/pot";
import { closureRefusal, nextClosureStep, type ClosureStep } from "../../../funds/closure";
import type { CalendarDate } from "../../../shared/calendar-date";
import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import type { FundRule } from "../../fund-rule";
import { fail, pass } from "../../rule";

const citation = QUJING_31.closure;

/** The first step that could not have been recorded after those before it. */
function outOfOrder(steps: readonly ClosureStep[], today: CalendarDate): ClosureStep | undefined {
  return steps.find((one, at) => {
    // The score of a performance report is a matter of its form.
    const asked = { ...one, score: one.step === "PERFORMANCE" ? 0 : null };
    return closureRefusal(asked, steps.slice(0, at), today) !== null;
  });
}

export const closedInOrder: FundRule = {
  id: "fund/closed-in-order",
  title: "依次办理决算、绩效、档案、审计、验收",
  citation,
  effective: since(citation),
  severity: "block",
  parameters: [],
  thresholds: CLOSURE_STEPS.map((step, at) => ({
    label: `第 ${at + 1} 步`,
    value: CLOSURE_STEP_LABELS[step],
    source: `${citation.document} ${citation.clause}`,
  })),
  appliesTo: ({ closure }) => closure.length > 0,
  check: ({ closure, today }) => {
    const done = closure.map(({ step, doneOn }) => ({
      label: CLOSURE_STEP_LABELS[step],
      value: doneOn,
    }));
    const wrong = outOfOrder(closure, today);
    if (wrong !== undefined) return fail(`${CLOSURE_STEP_LABELS[wrong.step]}次序不对`, ...done);
    const next = nextClosureStep(closure);
    return pass(
      next === null ? "五步依次办完" : `次序无误，下一步是${CLOSURE_STEP_LABELS[next]}`,
      ...done,
    );
  },
};
