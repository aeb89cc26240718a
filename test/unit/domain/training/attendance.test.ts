import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ATTENDANCE_KEYS,
  ATTENDANCE_STATES,
  firstState,
  markingOf,
  sortMarks,
  type AttendanceState,
  type Correction,
  type Mark,
} from "~/domain/training/attendance";
import { shareText, sumAttendance } from "~/domain/training/attendance-sum";

const mark = (state: AttendanceState, version: number): Mark => ({ state, version });

describe("a mark", () => {
  test("is recorded where none stands, and refused when the form showed one that is gone", () => {
    expect(markingOf(undefined, mark("PRESENT", 0))).toBe("record");
    expect(markingOf(undefined, mark("PRESENT", 1))).toBe("changedByOthers");
  });

  test("said again changes nothing; another over the one that was shown corrects it", () => {
    expect(markingOf(mark("LATE", 2), mark("LATE", 1))).toBe("unchanged");
    expect(markingOf(mark("LATE", 2), mark("ABSENT", 2))).toBe("correct");
    expect(markingOf(mark("LATE", 2), mark("ABSENT", 1))).toBe("changedByOthers");
    expect(markingOf(mark("LATE", 1), mark("PRESENT", 0))).toBe("changedByOthers");
  });

  test("of each state has a key of its own", () =>
    expect(new Set(Object.values(ATTENDANCE_KEYS)).size).toBe(ATTENDANCE_STATES.length));

  test("keeps its first state whatever is said later, and the last word stands", () => {
    const states = fc.array(fc.constantFrom(...ATTENDANCE_STATES), { minLength: 1 });
    fc.assert(
      fc.property(states, (said) => {
        let standing = new Map<string, Mark>();
        const corrections: Correction[] = [];
        for (const state of said) {
          const shown = standing.get("a")?.version ?? 0;
          const { record, correct } = sortMarks(standing, [{ lineId: "a", state, version: shown }]);
          corrections.push(...correct.map(({ from, state: to }) => ({ from, to })));
          const written = [...record, ...correct][0];
          if (written) standing = new Map([["a", mark(written.state, shown + 1)]]);
        }
        const stands = standing.get("a")?.state;
        expect(stands).toBe(said.at(-1));
        expect(firstState(stands ?? "ABSENT", corrections)).toBe(said[0]);
      }),
    );
  });
});

describe("a trainee's hours", () => {
  test("count who came late or left early, not who was away, and nobody of whom nothing was said", () => {
    const states = ["PRESENT", "LATE", "LEFT_EARLY", "ON_LEAVE", "ABSENT", null] as const;
    const sum = sumAttendance(states.map((state) => ({ classHours: 3.5, state })));
    expect(sum).toMatchObject({ dueHours: 21, attendedHours: 10.5, unmarked: 1 });
    expect(sum.counts).toEqual({ PRESENT: 1, LATE: 1, LEFT_EARLY: 1, ON_LEAVE: 1, ABSENT: 1 });
  });

  test("are a whole only when nothing lacks", () => {
    expect(shareText(999, 1000)).toBe("99%");
    expect(shareText(1000, 1000)).toBe("100%");
    expect(shareText(0, 0)).toBe("—");
  });
});
