import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spellsOf, type Job, type Spell } from "~/domain/placements/retention";
import { addDays, day, daysBetween, type CalendarDate } from "~/domain/shared/calendar-date";
import { monthsEnd } from "~/domain/shared/months";

const GAP = 15;
const TODAY = day("2020-12-31");
const job = (startedOn: string, endedOn: string | null = null): Job => ({
  startedOn: day(startedOn),
  endedOn: endedOn === null ? null : day(endedOn),
});
const currentSpell = (jobs: readonly Job[], gapDays: number, asOf: CalendarDate): Spell | null =>
  spellsOf(jobs, gapDays, asOf).at(-1) ?? null;
const spellOf = (jobs: readonly Job[], asOf: string = TODAY) => currentSpell(jobs, GAP, day(asOf));
const states = (jobs: readonly Job[], asOf: string = TODAY) =>
  spellOf(jobs, asOf)?.milestones.map(({ state }) => state);

test("nobody who has not begun has a clock", () => {
  expect(spellOf([])).toBeNull();
  expect(spellOf([job("2021-01-01")])).toBeNull();
  expect(spellOf([job("2020-12-31")])).toMatchObject({ firstOn: "2020-12-31", wholeMonths: 0 });
});

test("[R24] a gap longer than allowed begins a new spell, and the one before stays told with what it reached", () => {
  const first = job("2020-01-06", "2020-08-05");
  const spells = (next: string) => spellsOf([job(next), first], GAP, TODAY);
  expect(spells("2020-08-21").map(({ firstOn }) => firstOn)).toEqual(["2020-01-06"]);
  const [before, now] = spells("2020-08-22");
  expect([before?.lastOn, before?.wholeMonths, now?.firstOn]).toEqual([
    "2020-08-05",
    7,
    "2020-08-22",
  ]);
  expect(before?.milestones.map(({ state }) => state.kind)).toEqual(Array(4).fill("reached"));
});

describe("[R24] milestones of one job from 6 May 2020", () => {
  test.each([
    ["2020-06-04", 0],
    ["2020-06-05", 1],
    ["2020-07-04", 1],
    ["2020-07-05", 2],
    ["2020-08-04", 2],
    ["2020-08-05", 3],
    ["2020-11-04", 5],
    ["2020-11-05", 6],
  ])("on the evening of %s %i months are full", (asOf, months) => {
    expect(spellOf([job("2020-05-06")], asOf)?.wholeMonths).toBe(months);
  });

  test("each is reached on the day its month is full, and expected before", () => {
    expect(states([job("2020-05-06")], "2020-07-05")).toEqual([
      { kind: "reached", on: "2020-06-05" },
      { kind: "reached", on: "2020-07-05" },
      { kind: "expected", on: "2020-08-05" },
      { kind: "expected", on: "2020-11-05" },
    ]);
  });

  test("whose job ended is still in time for the next while the gap is short, and has missed it after", () => {
    const ended = [job("2020-05-06", "2020-08-04")];
    expect(states(ended, "2020-08-20")?.[2]).toEqual({ kind: "needsNextJob", until: "2020-08-20" });
    expect(states(ended, "2020-08-21")?.[2]).toEqual({ kind: "missed", endedOn: "2020-08-04" });
    expect(states(ended, "2020-08-21")?.[1]).toEqual({ kind: "reached", on: "2020-07-05" });
  });

  test("a job whose end lies ahead is expected to reach only what comes before it", () => {
    const ending = [job("2020-05-06", "2020-08-05")];
    expect(states(ending, "2020-06-30")?.slice(2)).toEqual([
      { kind: "expected", on: "2020-08-05" },
      { kind: "needsNextJob", until: "2020-08-21" },
    ]);
  });
});

describe("[R24] gaps", () => {
  test("of as many days as allowed join two jobs, one day more begins anew", () => {
    const first = job("2020-05-06", "2020-06-10");
    expect(spellOf([first, job("2020-06-26")])).toMatchObject({
      firstOn: "2020-05-06",
      gapDays: 15,
    });
    expect(spellOf([first, job("2020-06-27")])).toMatchObject({
      firstOn: "2020-06-27",
      gapDays: 0,
    });
  });

  test("push the milestones back by their days", () => {
    const broken = [job("2020-05-06", "2020-06-10"), job("2020-06-16")];
    expect(states(broken)).toEqual([
      { kind: "reached", on: "2020-06-05" },
      { kind: "reached", on: "2020-07-10" },
      { kind: "reached", on: "2020-08-10" },
      { kind: "reached", on: "2020-11-10" },
    ]);
    expect(spellOf(broken, "2020-08-09")?.wholeMonths).toBe(2);
    expect(spellOf(broken, "2020-08-10")?.wholeMonths).toBe(3);
  });

  test("jobs at the same time count once, also one inside the other", () => {
    const overlapping = [job("2020-05-06", "2020-09-30"), job("2020-06-01", "2020-06-30")];
    expect(spellOf(overlapping)).toMatchObject({ lastOn: "2020-09-30", gapDays: 0 });
    expect(states([...overlapping, job("2020-09-15")])).toEqual(states([job("2020-05-06")]));
  });
});

const aJob = fc
  .record({ from: fc.nat(400), days: fc.option(fc.nat(120)) })
  .map(({ from, days }): Job => {
    const startedOn = addDays(day("2020-01-01"), from);
    return { startedOn, endedOn: days === null ? null : addDays(startedOn, days) };
  });
const someJobs = fc.array(aJob, { maxLength: 6 });
const aGap = fc.constantFrom(0, 1, 15, 30);
const anyDay = fc.nat(500).map((days) => addDays(day("2020-01-01"), days));

/** Day by day, the plain way: who worked when, back from the last day worked. */
function plainly(jobs: readonly Job[], gapDays: number, asOf: CalendarDate) {
  const days: CalendarDate[] = [];
  for (let on = day("2020-01-01"); on <= asOf; on = addDays(on, 1)) {
    const isWorked = jobs.some((one) => one.startedOn <= on && (one.endedOn ?? asOf) >= on);
    const before = days[days.length - 1];
    if (!isWorked) continue;
    if (before !== undefined && daysBetween(before, on) - 1 > gapDays) days.length = 0;
    days.push(on);
  }
  const first = days[0];
  if (first === undefined) return null;
  const reached = [1, 2, 3, 6].map(
    (months) => days[daysBetween(first, monthsEnd(first, months))] ?? null,
  );
  return { firstOn: first, worked: days.length, reached };
}

test("the clock agrees with counting day by day", () => {
  fc.assert(
    fc.property(someJobs, aGap, anyDay, (jobs, gapDays, asOf) => {
      const spell = currentSpell(jobs, gapDays, asOf);
      const plain = plainly(jobs, gapDays, asOf);
      expect(spell?.firstOn).toBe(plain?.firstOn);
      if (spell === null || plain === null) return;
      const until = spell.lastOn === null || spell.lastOn > asOf ? asOf : spell.lastOn;
      expect(daysBetween(spell.firstOn, until) + 1 - spell.gapDays).toBe(plain.worked);
      const reached = spell.milestones.map(({ state }) =>
        state.kind === "reached" ? state.on : null,
      );
      expect(reached).toEqual(plain.reached);
      const months = spell.milestones.filter(({ state }) => state.kind === "reached");
      expect(spell.wholeMonths).toBeGreaterThanOrEqual(months[months.length - 1]?.months ?? 0);
    }),
    { numRuns: 300 },
  );
});

test("the order of the jobs does not matter", () => {
  fc.assert(
    fc.property(someJobs, aGap, anyDay, (jobs, gapDays, asOf) => {
      const turned = currentSpell([...jobs].reverse(), gapDays, asOf);
      expect(turned).toEqual(currentSpell(jobs, gapDays, asOf));
    }),
  );
});

test("a job split into two that adjoin changes nothing", () => {
  fc.assert(
    fc.property(someJobs, aJob, fc.nat(100), aGap, (jobs, one, cut, gapDays) => {
      const lastOfFirst = addDays(one.startedOn, cut);
      fc.pre(one.endedOn === null || lastOfFirst < one.endedOn);
      const split = [
        { startedOn: one.startedOn, endedOn: lastOfFirst },
        { startedOn: addDays(lastOfFirst, 1), endedOn: one.endedOn },
      ];
      const asOf = addDays(day("2020-01-01"), 600);
      expect(currentSpell([...jobs, ...split], gapDays, asOf)).toEqual(
        currentSpell([...jobs, one], gapDays, asOf),
      );
    }),
  );
});
