import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import { TONE_ICON, TONE_INK } from "../tone";
import type { Tone } from "../tone";

export interface TimelineEntry {
  readonly key: string;
  /** As shown, e.g. 2020-06-18 10:02. */
  readonly at: string;
  readonly title: string;
  readonly actor?: string;
  readonly detail?: ReactNode;
  readonly tone?: Tone;
  /** Taken back: shown crossed out. */
  readonly isStruck?: boolean;
}

/** What happened, in the order given. */
export function Timeline(props: {
  readonly label: string;
  readonly entries: readonly TimelineEntry[];
}) {
  return (
    <ol aria-label={props.label} className="ml-2 border-l border-slate-300">
      {props.entries.map(
        ({ key, at, title, actor, detail, tone = "neutral", isStruck = false }) => (
          <li key={key} className="relative pb-4 pl-5 last:pb-0">
            <span className={classNames("absolute -left-2 top-0.5 bg-white", TONE_INK[tone])}>
              <Icon name={tone === "neutral" ? "clock" : TONE_ICON[tone]} />
            </span>
            <p>
              <span
                className={classNames("font-medium text-slate-900", isStruck && "line-through")}
              >
                {title}
              </span>
              <span className="ml-3 whitespace-nowrap tabular-nums text-slate-600">{at}</span>
              {actor && <span className="ml-3 text-slate-600">{actor}</span>}
            </p>
            {detail && <div className="mt-0.5 text-slate-700">{detail}</div>}
          </li>
        ),
      )}
    </ol>
  );
}
