import { describe, expect, test } from "vitest";
import { OPEN_STATES, STUDENT_STATES, studentForm } from "~/domain/employers/student";
import { needsEmployer, needsNote, stateAfter, stepsFrom } from "~/domain/employers/student-step";
import {
  contactedSince,
  isContactOverdue,
  nearUntil,
  settlingOn,
} from "~/domain/employers/student-follow";
import { stateWords } from "~/domain/employers/student-state";
import { addDays, day } from "~/domain/shared/calendar-date";

describe("[R23] a student is followed until placed", () => {
  test("every step leads where it says, and no step is taken from elsewhere", () => {
    expect(stateAfter("STUDYING", "CONTACT")).toBe("STUDYING");
    expect(stateAfter("STUDYING", "RECOMMENDATION")).toBe("LOOKING");
    expect(stateAfter("OFFERED", "RECOMMENDATION")).toBe("OFFERED");
    expect(stateAfter("STUDYING", "SEEKING")).toBe("LOOKING");
    expect(stateAfter("LOOKING", "SEEKING")).toBeNull();
    expect(stateAfter("LOOKING", "OFFER")).toBe("OFFERED");
    expect(stateAfter("OFFERED", "OFFER_LOST")).toBe("LOOKING");
    expect(stateAfter("LOOKING", "OFFER_LOST")).toBeNull();
    expect(stateAfter("OFFERED", "PLACEMENT")).toBe("PLACED");
    expect(stateAfter("STUDYING", "FURTHER_STUDY")).toBe("FURTHER_STUDY");
    expect(stateAfter("LOOKING", "LEFT_SCHOOL")).toBe("LEFT_SCHOOL");
  });

  test.each(STUDENT_STATES.filter((state) => !OPEN_STATES.includes(state)))(
    "from %s the only way is to be followed again",
    (state) => {
      expect(stepsFrom(state)).toEqual(["RESUME"]);
      expect(stateAfter(state, "RESUME")).toBe("LOOKING");
    },
  );

  test("who is followed need not be followed again; steps that end something say why", () => {
    for (const state of OPEN_STATES) expect(stateAfter(state, "RESUME")).toBeNull();
    expect([needsNote("RESUME"), needsNote("LEFT_SCHOOL"), needsNote("CONTACT")]).toEqual([
      true,
      true,
      false,
    ]);
    expect([needsEmployer("OFFER"), needsEmployer("CONTACT")]).toEqual([true, false]);
  });
});

describe("[R23] the work list", () => {
  const graduatesOn = day("2020-06-30");
  const student = { state: "LOOKING", graduatesOn, lastStepOn: graduatesOn } as const;

  test("a student is work from the 90th day before graduating, and late from the 91st day after", () => {
    const at = (days: number) => settlingOn(student, addDays(graduatesOn, days));
    expect([at(-91), at(-90), at(90), at(91)]).toEqual(["far", "near", "near", "late"]);
  });

  test("a student is overdue from the 91st day without a step, not on the 90th", () => {
    expect(isContactOverdue(student, addDays(graduatesOn, 90))).toBe(false);
    expect(isContactOverdue(student, addDays(graduatesOn, 91))).toBe(true);
  });

  test("nobody is at school after his graduation; whoever a step has spoken of is what it said", () => {
    const words = (state: "STUDYING" | "LOOKING" | "PLACED", days: number) =>
      stateWords({ state, graduatesOn }, addDays(graduatesOn, days));
    expect(words("STUDYING", 0)).toBe("在读");
    expect(words("STUDYING", 1)).toBe("已毕业，未落实");
    expect(words("LOOKING", 1)).toBe("求职中");
    expect(words("PLACED", 2000)).toBe("已就业");
  });

  test("who is placed is neither", () => {
    const placed = { ...student, state: "PLACED" } as const;
    expect(settlingOn(placed, addDays(graduatesOn, 400))).toBe("settled");
    expect(isContactOverdue(placed, addDays(graduatesOn, 400))).toBe(false);
  });

  test("the days the database compares with are the days of these rules", () => {
    expect(nearUntil(day("2020-04-01"))).toBe("2020-06-30");
    expect(contactedSince(day("2020-09-28"))).toBe("2020-06-30");
  });
});

test("the form of a student refuses a graduation before the enrolment", () => {
  const form = { schoolName: "上海某职校", major: "护理", enrolledOn: "2018-09-01" };
  expect(studentForm.safeParse({ ...form, graduatesOn: "2018-09-01" }).success).toBe(true);
  expect(studentForm.safeParse({ ...form, graduatesOn: "2018-08-31" }).success).toBe(false);
});
