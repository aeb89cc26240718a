import { classNames } from "../class-names";
import { Icon } from "../icon";
import { TONE_ICON, TONE_INK } from "../tone";
import type { Tone } from "../tone";
import { LivePage } from "./live-page";

export type ProgressState = "waiting" | "running" | "done" | "failed" | "cancelled";

interface ProgressBarProps {
  /** What is being done, e.g. 校验名册. */
  readonly label: string;
  readonly state: ProgressState;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  readonly unit?: string;
  readonly secondsLeft?: number | null;
}

const STATE: Record<ProgressState, { word: string; tone: Tone; fill: string }> = {
  waiting: { word: "排队中", tone: "neutral", fill: "text-slate-500" },
  running: { word: "进行中", tone: "info", fill: "text-brand-600" },
  done: { word: "已完成", tone: "success", fill: "text-green-700" },
  failed: { word: "未完成", tone: "danger", fill: "text-red-700" },
  cancelled: { word: "已取消", tone: "neutral", fill: "text-slate-500" },
};

/** Rows done and time left; keeps itself up to date while the work runs. */
export function ProgressBar(props: ProgressBarProps) {
  const { label, state, done, total, unit = "行", secondsLeft } = props;
  const { word, tone, fill } = STATE[state];
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  const counted = `${done.toLocaleString("zh-CN")} / ${total.toLocaleString("zh-CN")} ${unit}`;
  return (
    <div className="rounded border border-slate-200 bg-white px-4 py-3">
      <div className="mb-1.5 flex flex-wrap items-center gap-x-3">
        <span className="font-medium text-slate-900">{label}</span>
        <span className={classNames("inline-flex items-center gap-1", TONE_INK[tone])}>
          <Icon name={tone === "neutral" ? "clock" : TONE_ICON[tone]} />
          {word}
        </span>
        <span className="ml-auto font-semibold tabular-nums">{percent}%</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={`${word}，${counted}`}
        className="h-3 overflow-hidden rounded bg-slate-200"
      >
        {/* A drawing's width is an attribute; an inline style would be stopped by the content policy. */}
        <svg aria-hidden="true" width="100%" height="100%" className={classNames("block", fill)}>
          <rect width={`${percent}%`} height="100%" fill="currentColor" />
        </svg>
      </div>
      <p role="status" className="mt-1.5 flex flex-wrap gap-x-4 tabular-nums text-slate-700">
        <span>{total > 0 ? counted : "正在计数…"}</span>
        {state === "running" && typeof secondsLeft === "number" && (
          <span>预计还需 {timeLeft(secondsLeft)}</span>
        )}
      </p>
      <LivePage active={state === "waiting" || state === "running"} />
    </div>
  );
}

function timeLeft(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} 秒`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`;
}
