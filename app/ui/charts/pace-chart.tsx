import type { PaceGeometry } from "./pace-geometry";

interface PaceChartProps {
  /** The whole picture in a sentence or two: what is read aloud in its place. */
  readonly summary: string;
  readonly geometry: PaceGeometry;
  readonly asOfLabel: string;
}

const SHARP = "[vector-effect:non-scaling-stroke]";
const ACTUAL = `fill-none stroke-brand-600 [stroke-width:2.5] ${SHARP}`;
const PACE = `fill-none stroke-red-700 [stroke-width:1.5] ${SHARP}`;
const EXPECTED = `fill-none stroke-brand-600 [stroke-width:1.5] ${SHARP}`;

/** The running total as a stepped line, the even pace dashed, and the forecast with its range; no script. */
export function PaceChart({ summary, geometry, asOfLabel }: PaceChartProps) {
  return (
    <figure>
      <div role="img" aria-label={summary} className="px-8 pb-7 pt-5">
        <svg aria-hidden="true" className="block h-56 w-full overflow-visible">
          <Plot geometry={geometry} />
          {geometry.up.map(({ at, label }) => (
            <text key={label} x="-6" y={`${at}%`} className={LABEL} textAnchor="end">
              {label}
            </text>
          ))}
          {geometry.across.map(({ at, label }) => (
            <text key={at} x={`${at}%`} y="100%" dy="16" className={LABEL} textAnchor="middle">
              {label}
            </text>
          ))}
          <text x={`${geometry.asOf}%`} y="0" dy="-5" className={LABEL} textAnchor="middle">
            {asOfLabel}
          </text>
        </svg>
      </div>
      <Legend geometry={geometry} />
    </figure>
  );
}

const LABEL = "fill-slate-600 text-xs";

/** Stretched to the width there is; strokes keep theirs. */
function Plot({ geometry }: { readonly geometry: PaceGeometry }) {
  const { actual, pace, expected, range, asOf, deadline, up } = geometry;
  return (
    <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none">
      {up.map(({ at }) => (
        <path key={at} d={`M0,${at}H100`} className={`stroke-slate-200 ${SHARP}`} />
      ))}
      <path d="M0,0V100H100" className={`fill-none stroke-slate-500 ${SHARP}`} />
      {range !== null && <path d={range} className="fill-brand-100" />}
      <path d={`M${deadline},0V100`} className={`stroke-slate-900 [stroke-width:1.5] ${SHARP}`} />
      <path d={`M${asOf},0V100`} className={`stroke-slate-400 ${SHARP}`} strokeDasharray="2 3" />
      {pace !== null && <path d={pace} className={PACE} strokeDasharray="7 4" />}
      {expected !== null && <path d={expected} className={EXPECTED} strokeDasharray="2 3" />}
      <path d={actual} className={ACTUAL} />
    </svg>
  );
}

const KEYS = [
  ["actual", "实际（计入进度）", "stroke-brand-600 [stroke-width:3]", ""],
  ["pace", "序时进度（均衡）", "stroke-red-700 [stroke-width:2]", "6 3"],
  ["expected", "按近 60 天推算", "stroke-brand-600 [stroke-width:2]", "2 3"],
  ["range", "推算范围（90%）", "stroke-brand-100 [stroke-width:8]", ""],
  ["deadline", "截止日", "stroke-slate-900 [stroke-width:2]", ""],
] as const;

/** Of what is drawn only. */
function Legend({ geometry }: Pick<PaceChartProps, "geometry">) {
  return (
    <figcaption className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-slate-600">
      {KEYS.filter(([part]) => geometry[part] !== null).map(([part, label, stroke, dash]) => (
        <span key={part} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" width="26" height="10">
            <line x1="0" x2="26" y1="5" y2="5" className={stroke} strokeDasharray={dash} />
          </svg>
          {label}
        </span>
      ))}
    </figcaption>
  );
}
