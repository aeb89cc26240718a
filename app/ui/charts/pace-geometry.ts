import { scaleLinear, scaleUtc } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";

/** A running total against an even pace; days are `YYYY-MM-DD`. */
export interface PaceFigures {
  readonly from: string;
  readonly deadline: string;
  readonly asOf: string;
  /** What is needed by the deadline; null without a number. */
  readonly needed: number | null;
  /** After each day on which something was added, oldest first. */
  readonly totals: readonly { readonly on: string; readonly total: number }[];
  readonly forecast: {
    readonly on: string;
    readonly earliest: string;
    readonly latest: string | null;
  } | null;
}

/** Paths in a square of 100 by 100, and the ticks along its edges. */
export interface PaceGeometry {
  readonly actual: string;
  readonly pace: string | null;
  readonly expected: string | null;
  readonly range: string | null;
  /** Where the day of the board and the deadline stand, 0..100 from the left. */
  readonly asOf: number;
  readonly deadline: number;
  readonly across: readonly Tick[];
  readonly up: readonly Tick[];
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** The forecast is drawn this much of the period past the deadline at most. */
const PAST_DEADLINE = 0.35;

/** Where everything of the picture stands. Runs on the server: the page is sent the paths, not the reckoning. */
export function paceGeometry(figures: PaceFigures): PaceGeometry {
  const { needed, totals, forecast } = figures;
  const [from, deadline] = [dayBefore(figures.from), utc(figures.deadline)];
  const furthest = new Date(
    deadline.getTime() + (deadline.getTime() - from.getTime()) * PAST_DEADLINE,
  );
  const end =
    forecast === null ? deadline : clamp(utc(forecast.latest ?? "9999-12-31"), deadline, furthest);
  const last = totals[totals.length - 1]?.total ?? 0;
  const x = scaleUtc([from, end], [0, 100]);
  const y = scaleLinear([0, Math.max(needed ?? 0, last, 1) * 1.08], [100, 0]);
  const until = clamp(utc(figures.asOf), from, deadline);
  const path = line<readonly [Date, number]>(
    ([on]) => round(x(on)),
    ([, count]) => round(y(count)),
  );
  const steps = [[from, 0] as const, ...totals.map(({ on, total }) => [utc(on), total] as const)];
  const goal = needed ?? 0;
  const ray = (to: string) => {
    const [start, stop] = [until, utc(to)];
    // A date beyond the edge is drawn up to the edge, at the height the line has there.
    const share = Math.min(
      1,
      (end.getTime() - start.getTime()) / (stop.getTime() - start.getTime() || 1),
    );
    return [
      new Date(start.getTime() + (stop.getTime() - start.getTime()) * share),
      last + (goal - last) * share,
    ] as const;
  };
  const here = [until, last] as const;
  return {
    actual: path.curve(curveStepAfter)([...steps, here]) ?? "",
    pace:
      needed === null
        ? null
        : straight(
            [
              [from, 0],
              [deadline, needed],
            ],
            x,
            y,
          ),
    expected: forecast === null ? null : straight([here, ray(forecast.on)], x, y),
    range:
      forecast === null
        ? null
        : `${straight([here, ray(forecast.earliest), ray(forecast.latest ?? "9999-12-31")], x, y)}Z`,
    asOf: round(x(until)),
    deadline: round(x(deadline)),
    across: x.ticks(6).map((on) => ({ at: round(x(on)), label: `${on.getUTCMonth() + 1}月` })),
    up: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((count) => ({ at: round(y(count)), label: String(count) })),
  };
}

type Point = readonly [Date, number];

function straight(
  points: readonly Point[],
  x: (on: Date) => number,
  y: (count: number) => number,
): string {
  const path = line<Point>(
    ([on]) => round(x(on)),
    ([, count]) => round(y(count)),
  );
  return path(points) ?? "";
}

/** A count stands at the end of its day: the line begins the evening before the first. */
function dayBefore(text: string): Date {
  return new Date(utc(text).getTime() - 86_400_000);
}

const utc = (text: string) => new Date(`${text}T00:00:00Z`);
const round = (value: number) => Math.round(value * 100) / 100;

function clamp(value: Date, least: Date, most: Date): Date {
  return value < least ? least : value > most ? most : value;
}
