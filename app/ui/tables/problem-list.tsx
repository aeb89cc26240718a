import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import { TONE_INK } from "../tone";
import type { Tone } from "../tone";
import type { IconName } from "../icon";

/** refused: cannot be taken; warning: look at it; cleaned: taken after a repair that is shown. */
export type ProblemSeverity = "refused" | "warning" | "cleaned";

export interface Problem {
  readonly severity: ProblemSeverity;
  /** Where, as the officer sees it: 第 12 行 · 身份证号. */
  readonly place?: string;
  /** Chinese: what was found (masked) and what to do. */
  readonly message: string;
  readonly action?: ReactNode;
}

const LOOK: Record<ProblemSeverity, { word: string; icon: IconName; tone: Tone }> = {
  refused: { word: "错误", icon: "error", tone: "danger" },
  warning: { word: "提醒", icon: "warning", tone: "warning" },
  cleaned: { word: "已自动修正", icon: "clean", tone: "info" },
};

/** Severity in words, icon and colour together. */
export function SeverityMark({ severity }: { readonly severity: ProblemSeverity }) {
  const { word, icon, tone } = LOOK[severity];
  return (
    <span
      className={classNames("inline-flex items-center gap-1 whitespace-nowrap", TONE_INK[tone])}
    >
      <Icon name={icon} />
      {word}
    </span>
  );
}

interface ProblemListProps {
  readonly label: string;
  readonly problems: readonly Problem[];
}

/** Problems in the order given, all of them at once. */
export function ProblemList({ label, problems }: ProblemListProps) {
  return (
    <ul
      aria-label={label}
      className="divide-y divide-slate-200 rounded border border-slate-300 bg-white"
    >
      {problems.map((problem, index) => (
        // Two problems may read the same; the list is never reordered in place.
        <li key={index} className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2">
          <span className="w-24 shrink-0">
            <SeverityMark severity={problem.severity} />
          </span>
          {problem.place && <span className="text-slate-600">{problem.place}</span>}
          <span className="min-w-[12rem] flex-1">{problem.message}</span>
          {problem.action}
        </li>
      ))}
    </ul>
  );
}
