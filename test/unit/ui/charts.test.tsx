import { describe, expect, it } from "vitest";
import { BulletBars } from "~/ui/charts/bullet-bars";
import { PaceChart } from "~/ui/charts/pace-chart";
import { paceGeometry } from "~/ui/charts/pace-geometry";
import { render } from "./render";

const legend = { counted: "计入", recorded: "登记", due: "应到" };
const bars = [
  {
    key: "1",
    label: "南华县",
    text: "41 / 50 人",
    shares: { counted: 0.82, recorded: 1, due: 0.5 },
  },
  { key: "2", label: "大姚县", text: "文件未给出数字", shares: null },
];

describe("bullet bars", () => {
  it("are one picture with its words, drawn by attributes and not by styles", async () => {
    const html = await render(
      <BulletBars summary="南华县计入 41 人。" bars={bars} legend={legend} />,
    );
    expect(html).toContain('role="img"');
    expect(html).toContain('aria-label="南华县计入 41 人。"');
    expect(html).toContain('width="81.59%"');
    expect(html).toContain("文件未给出数字");
    expect(html).not.toContain("style=");
  });

  it("draw no bar without a number, and cut one that runs far past its target", async () => {
    const none = await render(<BulletBars summary="" bars={bars.slice(1)} legend={legend} />);
    expect(none).not.toContain('height="18"');
    const far = {
      ...bars[0],
      key: "3",
      label: "永仁县",
      text: "",
      shares: { counted: 9, recorded: 9, due: 1 },
    };
    const html = await render(<BulletBars summary="" bars={[far]} legend={legend} />);
    expect(html).toContain('width="99.50%"');
    expect(html).toContain('x1="79.60%"'); // the target's mark, at 1 of 1.25
  });
});

describe("what is not drawn", () => {
  it("stands in no legend: nothing due yet, no even pace, no forecast", async () => {
    const shares = { counted: 0.2, recorded: 0.4, due: null };
    const bar = { key: "1", label: "南华县", text: "", shares };
    const none = { ...legend, due: null };
    const html = await render(<BulletBars summary="" bars={[bar]} legend={none} />);
    expect(html).not.toContain("应到");
    expect(html).not.toContain("stroke-red-700");
    const figures = { from: "2020-01-01", deadline: "2020-10-30", asOf: "2020-06-20" };
    const bare = paceGeometry({ ...figures, needed: null, totals: [], forecast: null });
    const chart = await render(<PaceChart summary="" geometry={bare} asOfLabel="" />);
    expect(chart).toContain("实际（计入进度）");
    for (const absent of ["序时进度", "推算"]) expect(chart).not.toContain(absent);
  });
});

describe("the pace chart", () => {
  const figures = {
    ...{ from: "2020-01-01", deadline: "2020-10-30", asOf: "2020-06-20", needed: 50 },
    totals: [
      { on: "2020-03-01", total: 10 },
      { on: "2020-06-01", total: 27 },
    ],
    forecast: { on: "2020-09-09", earliest: "2020-08-10", latest: "2020-10-30" },
  };

  it("runs from nought on the eve of the period to the target on the deadline", () => {
    const { pace, deadline, asOf } = paceGeometry(figures);
    expect(deadline).toBe(100);
    expect(pace).toBe("M0,100L100,7.41"); // 50 of 54
    expect(asOf).toBeCloseTo((172 / 304) * 100, 1);
  });

  it("steps up on the days themselves, and ends on the board's day", () => {
    const { actual } = paceGeometry(figures);
    expect(actual.startsWith("M0,100L20.07,100L20.07,81.48")).toBe(true);
    expect(actual.endsWith("L56.58,50")).toBe(true);
  });

  it("opens the forecast from the board's day to its range, and leaves it out without one", () => {
    const { expected, range } = paceGeometry(figures);
    expect(expected).toBe("M56.58,50L83.22,7.41");
    expect(range).toBe("M56.58,50L73.36,7.41L100,7.41Z");
    expect(paceGeometry({ ...figures, forecast: null })).toMatchObject({
      range: null,
      expected: null,
    });
    expect(paceGeometry({ ...figures, needed: null, forecast: null }).pace).toBeNull();
  });

  it("makes room past the deadline for a late forecast, and cuts what lies beyond", () => {
    const late = { on: "2030-01-01", earliest: "2021-01-15", latest: null };
    const { deadline, expected } = paceGeometry({ ...figures, forecast: late });
    expect(deadline).toBeCloseTo(100 / 1.35, 1);
    expect(expected).toMatch(/^M41.91,50L100,/);
  });

  it("is one picture with its words", async () => {
    const html = await render(
      <PaceChart
        summary="截至 2020-06-20，计入 27 人。"
        geometry={paceGeometry(figures)}
        asOfLabel="2020-06-20"
      />,
    );
    expect(html).toContain('role="img"');
    expect(html).toContain("截至 2020-06-20，计入 27 人。");
    expect(html).not.toContain("style=");
    expect(html).not.toContain("<script");
  });
});
