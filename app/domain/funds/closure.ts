import type { CalendarDate } from "../shared/calendar-date";
import type { Fen } from "../shared/fen";
import { CLOSURE_STEPS, type ClosureStepKind } from "./pot";

export interface ClosureStep {
  readonly step: ClosureStepKind;
  readonly doneOn: CalendarDate;
}

export type ClosureRefusal =
  /** Another step comes first; null: the project is closed. */
  | { readonly kind: "outOfOrder"; readonly next: ClosureStepKind | null }
  /** Dated before the step it follows. */
  | { readonly kind: "beforePrevious"; readonly previous: ClosureStep }
  /** A performance report carries its score, and nothing else does. */
  | { readonly kind: "score" }
  | { readonly kind: "future" }
  /** Something of the project is not settled. */
  | { readonly kind: "unsettled"; readonly open: readonly OpenMatter[] }
  /** Money that came is neither spent nor carried over. */
  | { readonly kind: "moneyLeft"; readonly lyingFen: Fen }
  /** Money moved after the day of the final accounts. */
  | { readonly kind: "beforeLastEntry"; readonly lastEntryOn: CalendarDate };

/** What has to be settled before accounts are final. */
export type OpenMatterKind = "spending" | "adjustment" | "claim" | "clawback";
export interface OpenMatter {
  readonly kind: OpenMatterKind;
  /** What it is called; several are named together. */
  readonly name: string;
}

export const OPEN_MATTER_LABELS: Readonly<Record<OpenMatterKind, string>> = {
  spending: "支出待审核",
  adjustment: "项目调整待办理",
  claim: "补贴申领没有发放完",
  clawback: "追回没有办结",
};

/** What speaks against final accounts, and against acceptance, while something is open or newer; null: nothing. */
export function settledRefusal(
  asked: ClosureStep,
  pot: {
    readonly open: readonly OpenMatter[];
    readonly lastEntryOn: CalendarDate | null;
    /** Has come and is neither spent nor carried over. */
    readonly lyingFen: Fen;
  },
): ClosureRefusal | null {
  const asksAll = asked.step === "FINAL_ACCOUNTS" || asked.step === "ACCEPTANCE";
  if (asksAll && pot.open.length > 0) return { kind: "unsettled", open: pot.open };
  const { lastEntryOn, lyingFen } = pot;
  // A closed pot carries nothing over: what lay there would lie there for good.
  if (asked.step === "ACCEPTANCE" && lyingFen > 0) return { kind: "moneyLeft", lyingFen };
  if (asked.step !== "FINAL_ACCOUNTS" || lastEntryOn === null) return null;
  return asked.doneOn < lastEntryOn ? { kind: "beforeLastEntry", lastEntryOn } : null;
}

/** The step that comes next; null when all are done (曲财农〔2020〕31号 四(三)3(4)). */
export function nextClosureStep(done: readonly ClosureStep[]): ClosureStepKind | null {
  return CLOSURE_STEPS.find((step) => !done.some((one) => one.step === step)) ?? null;
}

/** What speaks against the step on that day; null: nothing. On one day with the step before it is in order. */
export function closureRefusal(
  asked: ClosureStep & { readonly score: number | null },
  done: readonly ClosureStep[],
  today: CalendarDate,
): ClosureRefusal | null {
  const next = nextClosureStep(done);
  if (asked.step !== next) return { kind: "outOfOrder", next };
  const previous = lastClosureStep(done);
  if (previous !== null && asked.doneOn < previous.doneOn) {
    return { kind: "beforePrevious", previous };
  }
  if (asked.doneOn > today) return { kind: "future" };
  if ((asked.step === "PERFORMANCE") !== (asked.score !== null)) return { kind: "score" };
  return null;
}

/** The last step done, the only one that can be voided. */
export function lastClosureStep<Step extends ClosureStep>(done: readonly Step[]): Step | null {
  const kinds = CLOSURE_STEPS.filter((step) => done.some((one) => one.step === step));
  return done.find(({ step }) => step === kinds.at(-1)) ?? null;
}
