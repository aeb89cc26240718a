import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { TONE_INK } from "../tone";
import type { Tone } from "../tone";

interface StatTileProps {
  readonly label: string;
  readonly value: number | string;
  readonly unit: string;
  /** The list behind the number: a number nobody can open is only a claim. */
  readonly to?: string;
  readonly note?: string;
  readonly tone?: Tone;
}

export function StatTile({ label, value, unit, to, note, tone }: StatTileProps) {
  const shown = typeof value === "number" ? value.toLocaleString("zh-CN") : value;
  const body = (
    <>
      <span className="block text-slate-600">{label}</span>
      <span className={classNames("block", tone && TONE_INK[tone])}>
        <span className="text-2xl font-semibold tabular-nums">{shown}</span>
        <span className="ml-1">{unit}</span>
      </span>
      {note && <span className="block text-xs text-slate-600">{note}</span>}
    </>
  );
  const box = "block h-full rounded border border-slate-200 bg-white px-4 py-3 text-slate-900";
  if (to === undefined) return <div className={box}>{body}</div>;
  return (
    <Link to={to} className={classNames(box, "hover:border-brand-600 hover:bg-brand-50")}>
      {body}
    </Link>
  );
}

/** Tiles side by side, as many as there are, in one line where they have room; two columns on a phone. */
export function StatTiles({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-[repeat(auto-fit,minmax(10.5rem,1fr))]">
      {children}
    </div>
  );
}
