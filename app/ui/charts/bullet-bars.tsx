/** One bar: what counts, what is recorded, and where it should be; shares of the target, 1 is the whole. */
export interface BulletBar {
  readonly key: string;
  readonly label: string;
  /** The figures in words, at the end of the bar's line. */
  readonly text: string;
  /** Null where there is no target to measure by: the bar is left out. */
  readonly shares: {
    readonly counted: number;
    readonly recorded: number;
    /** Null where nothing is due yet: no mark at nought. */
    readonly due: number | null;
  } | null;
}

interface BulletBarsProps {
  /** The whole picture in a sentence or two: what is read aloud in its place. */
  readonly summary: string;
  readonly bars: readonly BulletBar[];
  readonly legend: {
    readonly counted: string;
    readonly recorded: string;
    readonly due: string | null;
  };
}

/** A bar may run this far past its target before it is cut. */
const FURTHEST = 1.25;

/**
 * Horizontal bullet bars drawn without a script: dark for what counts, light with an edge for what is recorded, a
 * dashed mark for what is due, a solid one for the target. Tones tell them apart on black and white paper too.
 */
export function BulletBars({ summary, bars, legend }: BulletBarsProps) {
  const longest = Math.max(1, ...bars.map(({ shares }) => shares?.recorded ?? 0));
  const end = Math.min(FURTHEST, longest);
  return (
    <figure>
      <div role="img" aria-label={summary} className="space-y-2">
        {bars.map((bar) => (
          <div key={bar.key}>
            <div className="flex flex-wrap justify-between gap-x-3">
              <span>{bar.label}</span>
              <span className="tabular-nums text-slate-700">{bar.text}</span>
            </div>
            {bar.shares !== null && <Bar shares={bar.shares} end={end} />}
          </div>
        ))}
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-slate-600">
        <Key draw={<rect width="100%" height="10" className="fill-brand-600" />}>
          {legend.counted}
        </Key>
        <Key draw={<rect x="0.5" y="0.5" width="23" height="9" className={RECORDED} />}>
          {legend.recorded}
        </Key>
        {legend.due !== null && (
          <Key draw={<line x1="12" x2="12" y1="0" y2="10" className={DUE} strokeDasharray="3 2" />}>
            {legend.due}
          </Key>
        )}
        <Key draw={<line x1="12" x2="12" y1="0" y2="10" className={TARGET} />}>目标</Key>
      </figcaption>
    </figure>
  );
}

const RECORDED = "fill-slate-100 stroke-slate-500";
const DUE = "stroke-red-700 [stroke-width:2]";
const TARGET = "stroke-slate-900 [stroke-width:3]";

function Bar({
  shares,
  end,
}: {
  readonly shares: NonNullable<BulletBar["shares"]>;
  readonly end: number;
}) {
  const at = (share: number) => `${((Math.min(share, end) / end) * 99.5).toFixed(2)}%`;
  return (
    // A little room on the right keeps the target's mark whole.
    <svg aria-hidden="true" width="100%" height="18" className="block">
      <line x1="0" x2="100%" y1="17" y2="17" className="stroke-slate-300" />
      <rect x="0" y="1" width={at(shares.recorded)} height="15" className={RECORDED} />
      <rect x="0" y="4" width={at(shares.counted)} height="9" className="fill-brand-600" />
      {shares.due !== null && (
        <line
          x1={at(shares.due)}
          x2={at(shares.due)}
          y1="0"
          y2="17"
          className={DUE}
          strokeDasharray="4 2"
        />
      )}
      <line x1={at(1)} x2={at(1)} y1="0" y2="17" className={TARGET} />
    </svg>
  );
}

function Key({ draw, children }: { readonly draw: JSX.Element; readonly children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" width="24" height="10">
        {draw}
      </svg>
      {children}
    </span>
  );
}
