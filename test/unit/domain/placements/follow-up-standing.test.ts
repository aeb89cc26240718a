import { describe, expect, test } from "vitest";
import { followUpForm, helpForm } from "~/domain/placements/follow-up-form";
import {
  doubtOf,
  dueOf,
  standingAfter,
  standingFrom,
  type Contact,
  type FollowedPlacement,
} from "~/domain/placements/follow-up-standing";
import { day } from "~/domain/shared/calendar-date";

const TODAY = day("2020-07-10");
const followed: FollowedPlacement = {
  startedOn: day("2020-05-06"),
  endedOn: null,
  nextFollowUpOn: day("2020-07-06"),
  lastContactOn: day("2020-06-06"),
  lastOutcome: "ON_JOB",
  unreachableCount: 0,
};
const contact = (change: Partial<Contact> = {}): Contact => ({
  outcome: "ON_JOB",
  contactedOn: day("2020-07-08"),
  endedOn: null,
  ...change,
});
const doubt = (change: Partial<Contact>, placement: Partial<FollowedPlacement> = {}) =>
  doubtOf({ ...followed, ...placement }, contact(change), TODAY)?.kind ?? null;

describe("[R24] a contact is doubted", () => {
  test("when it lies ahead, or before the first day of work", () => {
    expect(doubt({ contactedOn: day("2020-07-10") })).toBeNull();
    expect(doubt({ contactedOn: day("2020-07-11") })).toBe("inFuture");
    expect(doubt({ contactedOn: day("2020-05-06") })).toBeNull();
    expect(doubt({ contactedOn: day("2020-05-05") })).toBe("beforeStart");
  });

  test("when the job was over by then", () => {
    expect(doubt({}, { endedOn: day("2020-07-08") })).toBeNull();
    expect(doubt({}, { endedOn: day("2020-07-07") })).toBe("ended");
    const home = { outcome: "RETURNED_HOME", endedOn: day("2020-07-08") } as const;
    expect(doubt(home, { endedOn: day("2020-07-09") })).toBe("ended");
  });

  test("when the last day worked is missing, before the first or after the contact", () => {
    const home = (endedOn: string | null) =>
      doubt({ outcome: "RETURNED_HOME", endedOn: endedOn === null ? null : day(endedOn) });
    expect(home("2020-05-06")).toBeNull();
    expect(home("2020-07-08")).toBeNull();
    expect([home(null), home("2020-05-05"), home("2020-07-09")]).toEqual(
      Array(3).fill("badLastDay"),
    );
  });

  test("when it ends the job although a later contact stands", () => {
    const late = { outcome: "CHANGED_JOB", endedOn: day("2020-06-01") } as const;
    expect(doubt({ ...late, contactedOn: day("2020-06-05") })).toBe("beforeLastContact");
    expect(doubt({ ...late, contactedOn: day("2020-06-06") })).toBeNull();
  });
});

describe("[R24] the standing after a contact", () => {
  test("in work: the next of the schedule, and no unanswered calls", () => {
    expect(standingAfter({ ...followed, unreachableCount: 2 }, contact(), 3)).toEqual({
      ...followed,
      nextFollowUpOn: "2020-08-06",
      lastContactOn: "2020-07-08",
      unreachableCount: 0,
    });
  });

  test("returned home: the job ends on the day told, and nothing more is due", () => {
    const home = contact({ outcome: "RETURNED_HOME", endedOn: day("2020-07-01") });
    expect(standingAfter(followed, home, 3)).toMatchObject({
      endedOn: "2020-07-01",
      nextFollowUpOn: null,
      lastOutcome: "RETURNED_HOME",
    });
  });

  test("a contact dated before the latest changes nothing", () => {
    const late = contact({ outcome: "NO_ANSWER", contactedOn: day("2020-06-05") });
    expect(standingAfter(followed, late, 3)).toEqual(followed);
    expect(dueOf(followed, day("2020-06-05"))).toBeNull();
  });

  test("a contact answers what was due from its day on, not before", () => {
    expect(dueOf(followed, day("2020-07-05"))).toBeNull();
    expect(dueOf(followed, day("2020-07-06"))).toBe("2020-07-06");
    expect(dueOf({ ...followed, nextFollowUpOn: null }, day("2020-07-06"))).toBeNull();
  });
});

describe("[R24] the standing that contacts leave after one was voided", () => {
  const job = { startedOn: day("2020-05-06"), endedOn: null };
  const on = (contactedOn: string, outcome: Contact["outcome"] = "ON_JOB") =>
    contact({ contactedOn: day(contactedOn), outcome });

  test("without any it is that of the first day of work", () => {
    expect(standingFrom(job, [], 3)).toEqual({
      ...{ ...job, nextFollowUpOn: "2020-05-21", lastContactOn: null, lastOutcome: null },
      unreachableCount: 0,
    });
  });

  test("it is what recording them one after the other would have left", () => {
    const contacts = [
      on("2020-05-21"),
      on("2020-06-06", "NO_ANSWER"),
      on("2020-06-09", "NO_ANSWER"),
    ];
    expect(standingFrom(job, contacts, 3)).toMatchObject({
      ...{ nextFollowUpOn: "2020-06-12", lastContactOn: "2020-06-09", unreachableCount: 2 },
    });
    expect(standingFrom(job, contacts.slice(0, 2), 3)).toMatchObject({
      ...{ nextFollowUpOn: "2020-06-09", lastContactOn: "2020-06-06", unreachableCount: 1 },
    });
  });

  test("a job ended otherwise stays ended, and nobody is asked; one reopened after a contact goes on", () => {
    const ended = { ...job, endedOn: day("2020-06-30") };
    expect(standingFrom(ended, [on("2020-05-21")], 3)).toMatchObject({
      ...{ endedOn: "2020-06-30", nextFollowUpOn: null },
    });
    const home = contact({
      contactedOn: day("2020-06-07"),
      outcome: "RETURNED_HOME",
      endedOn: day("2020-06-05"),
    });
    expect(standingFrom(job, [home], 3)).toMatchObject({
      ...{ endedOn: null, nextFollowUpOn: "2020-07-06", lastOutcome: "RETURNED_HOME" },
    });
  });
});

describe("the forms", () => {
  const typed = { outcome: "ON_JOB", contactedOn: "2020年7月8日", method: "PHONE" };

  test("take days and yuan as people write them; what is left empty was not asked", () => {
    expect(followUpForm.parse({ ...typed, monthlyWageFen: "4,500.5" })).toMatchObject({
      ...{ contactedOn: "2020-07-08", monthlyWageFen: 450050 },
      ...{ note: "", helpAsked: "", endedOn: null },
    });
    expect(followUpForm.parse(typed).monthlyWageFen).toBeNull();
  });

  test("ask for the last day worked when the job is over, and only then", () => {
    const messages = (outcome: string) =>
      followUpForm.safeParse({ ...typed, outcome }).error?.issues.map(({ path }) => path[0]);
    expect(messages("CHANGED_JOB")).toEqual(["endedOn"]);
    expect(messages("LOST")).toBeUndefined();
  });

  test("refuse a wage above 100,000 yuan, and help without words", () => {
    const wage = (text: string) => followUpForm.safeParse({ ...typed, monthlyWageFen: text });
    expect(wage("100000").success).toBe(true);
    expect(wage("100000.01").success).toBe(false);
    expect(helpForm.safeParse({ helpGiven: " ", helpGivenOn: "2020-07-08" }).success).toBe(false);
  });
});
