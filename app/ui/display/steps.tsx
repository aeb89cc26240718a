import { Link } from "@remix-run/react";
import { classNames } from "../class-names";

export interface Step {
  readonly label: string;
  /** An earlier step one may go back to. */
  readonly to?: string;
}

interface StepsProps {
  readonly label: string;
  readonly steps: readonly Step[];
  /** 1-based. */
  readonly current: number;
}

const DIGITS = "①②③④⑤⑥⑦⑧⑨";

/** The wizard's line ① ─ ② ─ ③; each step is a page. */
export function Steps({ label, steps, current }: StepsProps) {
  return (
    <nav aria-label={label} className="mb-4 overflow-x-auto print:hidden">
      <ol className="flex min-w-max items-center rounded border border-slate-200 bg-white px-4 py-2">
        {steps.map((step, index) => (
          <StepItem key={step.label} step={step} number={index + 1} current={current} />
        ))}
      </ol>
    </nav>
  );
}

interface StepItemProps {
  readonly step: Step;
  readonly number: number;
  readonly current: number;
}

function StepItem({ step, number, current }: StepItemProps) {
  const done = number < current;
  const here = number === current;
  const text = `${DIGITS[number - 1] ?? number} ${step.label}`;
  const ink = here ? "font-semibold text-brand-600" : done ? "text-slate-800" : "text-slate-600";
  return (
    <li aria-current={here ? "step" : undefined} className={classNames("flex items-center", ink)}>
      {number > 1 && (
        <span
          aria-hidden="true"
          className={classNames(
            "mx-3 h-px w-6 md:w-12",
            number <= current ? "bg-brand-600" : "bg-slate-300",
          )}
        />
      )}
      {done && step.to !== undefined ? (
        <Link to={step.to} className="py-1 hover:text-brand-600 hover:underline">
          {text}
        </Link>
      ) : (
        <span className="py-1">{text}</span>
      )}
      {done && <span className="sr-only">（已完成）</span>}
    </li>
  );
}
