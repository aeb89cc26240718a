import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainsOf, judgeTerm } from "~/domain/posts/term";
import { addDays, day } from "~/domain/shared/calendar-date";

describe("a post lasts three to six months, by whole months to the day [R12]", () => {
  test.each([
    ["2020-04-01", "2020-06-30", "fits", 3],
    ["2020-04-01", "2020-06-29", "short", 2],
    ["2020-04-01", "2020-09-30", "fits", 6],
    ["2020-04-01", "2020-10-01", "tooLong", null],
    ["2020-04-15", "2020-07-14", "fits", 3],
    ["2020-04-15", "2020-07-13", "short", 2],
    // February of a leap year and of another
    ["2019-11-30", "2020-02-29", "fits", 3],
    ["2019-11-30", "2020-02-28", "short", 2],
    ["2018-11-30", "2019-02-28", "fits", 3],
    ["2018-11-30", "2019-02-27", "short", 2],
    ["2019-08-31", "2020-02-29", "fits", 6],
    ["2019-08-31", "2020-03-01", "tooLong", null],
    ["2020-02-29", "2020-08-28", "fits", 6],
    ["2020-02-29", "2020-08-29", "tooLong", null],
    ["2020-04-01", "2020-03-31", "backwards", null],
  ])("%s to %s: %s", (from, to, kind, months) => {
    const verdict = judgeTerm(day(from), day(to));
    expect(verdict.kind).toBe(kind);
    if ("months" in verdict) expect(verdict.months).toBe(months);
  });

  test("the day that a refusal names is the last one that fits, and the next does not", () => {
    const days = fc.date({
      min: new Date("2000-01-01"),
      max: new Date("2099-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const from = day(date.toISOString().slice(0, 10));
        const long = judgeTerm(from, addDays(from, 400));
        const short = judgeTerm(from, from);
        if (long.kind !== "tooLong" || short.kind !== "short") throw new Error("neither");
        expect(judgeTerm(from, long.latest)).toEqual({ kind: "fits", months: 6 });
        expect(judgeTerm(from, addDays(long.latest, 1)).kind).toBe("tooLong");
        expect(judgeTerm(from, short.enough)).toEqual({ kind: "fits", months: 3 });
        expect(judgeTerm(from, addDays(short.enough, -1)).kind).toBe("short");
      }),
    );
  });
});

describe("posts with no real gap are one term", () => {
  const term = (startsOn: string, endsOn: string) => ({
    startsOn: day(startsOn),
    endsOn: day(endsOn),
  });
  const spring = term("2020-01-01", "2020-03-31");

  test.each([
    ["2020-04-01", 1],
    ["2020-04-30", 1], // 29 days without a post
    ["2020-05-01", 1], // 30
    ["2020-05-02", 2], // 31
  ])("the next from %s, with 30 days allowed: %i chain(s)", (from, chains) => {
    expect(chainsOf([term(from, "2020-07-01"), spring], 30)).toHaveLength(chains);
  });

  test("six months in all are allowed, a day more is not", () => {
    const six = chainsOf([spring, term("2020-04-01", "2020-06-30")], 30);
    expect(six.map(({ isTooLong }) => isTooLong)).toEqual([false]);
    const more = chainsOf([spring, term("2020-04-01", "2020-07-01")], 30);
    expect(more.map(({ startsOn, endsOn, isTooLong }) => [startsOn, endsOn, isTooLong])).toEqual([
      ["2020-01-01", "2020-07-01", true],
    ]);
  });

  test("a short post inside a long one does not end the chain early", () => {
    const chains = chainsOf(
      [
        term("2020-01-01", "2020-06-30"),
        term("2020-02-01", "2020-02-10"),
        term("2020-07-15", "2020-08-01"),
      ],
      30,
    );
    expect(chains).toHaveLength(1);
  });
});
