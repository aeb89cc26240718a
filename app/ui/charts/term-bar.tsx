import type { ReactNode } from "react";

/** A bar over equal months, everything in shares of the whole width, 0 to 1. */
export interface TermBarProps {
  /** The whole row in a sentence: what is read aloud in its place. */
  readonly summary: string;
  readonly months: number;
  readonly bar: {
    readonly from: number;
    readonly to: number;
    /** The end once agreed; hollow from `to` on. */
    readonly agreed: number;
    readonly look: "running" | "over" | "planned";
  };
  /** Dashed, solid and dotted lines across the bar; null where there is none. */
  readonly least: number | null;
  readonly most: number | null;
  readonly today: number | null;
  /** What stands under each month, drawn around its own middle: x from -13 to 13, y from 0 to 10. */
  readonly marks: readonly { readonly month: number; readonly draw: ReactNode }[];
}

const LOOKS: Readonly<Record<TermBarProps["bar"]["look"], string>> = {
  running: "fill-brand-600",
  over: "fill-slate-400",
  planned: "fill-white stroke-brand-600",
};
export const LINE_LOOKS = {
  least: "stroke-slate-900 [stroke-width:1.5]",
  most: "stroke-slate-900 [stroke-width:3]",
  today: "stroke-red-700 [stroke-width:1.5]",
} as const;

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** Drawn without a script: the term as a bar, its limits as lines, and small marks month by month. */
export function TermBar({ summary, months, bar, least, most, today, marks }: TermBarProps) {
  const box = (from: number, to: number) => ({
    ...{ x: percent(from), width: percent(Math.max(0, to - from)), y: "4", height: "12" },
  });
  return (
    <svg role="img" aria-label={summary} className="block h-[34px] w-full overflow-visible">
      {Array.from({ length: months + 1 }, (_, at) => (
        <line
          key={at}
          {...{ x1: percent(at / months), x2: percent(at / months), y1: "0", y2: "34" }}
          className="stroke-slate-200"
        />
      ))}
      {bar.agreed > bar.to && (
        <rect {...box(bar.to, bar.agreed)} className="fill-white stroke-slate-400" />
      )}
      <rect
        {...box(bar.from, bar.to)}
        className={LOOKS[bar.look]}
        {...(bar.look === "planned" && { strokeDasharray: "4 2" })}
      />
      <Across at={least} look={LINE_LOOKS.least} dashes="3 2" />
      <Across at={most} look={LINE_LOOKS.most} />
      <Across at={today} look={LINE_LOOKS.today} dashes="1.5 2" />
      {marks.map(({ month, draw }) => (
        <svg key={month} x={percent((month + 0.5) / months)} y="22" className="overflow-visible">
          {draw}
        </svg>
      ))}
    </svg>
  );
}

interface AcrossProps {
  readonly at: number | null;
  readonly look: string;
  readonly dashes?: string;
}

function Across({ at, look, dashes }: AcrossProps) {
  if (at === null) return null;
  const x = percent(at);
  return (
    <line
      {...{ x1: x, x2: x, y1: "0", y2: "20" }}
      className={look}
      {...(dashes !== undefined && { strokeDasharray: dashes })}
    />
  );
}
