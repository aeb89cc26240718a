import { describe, expect, test } from "vitest";
import { dueContacts } from "~/domain/placements/due-contacts";
import type { FollowUpOutcome } from "~/domain/placements/follow-up";
import { day } from "~/domain/shared/calendar-date";

// Due on 21 May, 6 June, 6 July, 6 August and 6 November.
const STARTED = day("2020-05-06");
const call = (on: string, outcome: FollowUpOutcome = "ON_JOB") => ({
  contactedOn: day(on),
  outcome,
});
const states = (
  contacts: readonly ReturnType<typeof call>[],
  today: string,
  endedOn: string | null = null,
) =>
  dueContacts(
    { startedOn: STARTED, endedOn: endedOn === null ? null : day(endedOn) },
    contacts,
    day(today),
  ).map(({ state }) => state.kind);

describe("[R24] what became of each contact that was due", () => {
  test("one late call leaves the four missed before it to be seen", () => {
    const due = dueContacts(
      { startedOn: STARTED, endedOn: null },
      [call("2020-11-16")],
      day("2020-11-16"),
    );
    expect(due.map(({ label, state }) => [label, state.kind])).toEqual([
      ["满15天", "missed"],
      ["满1个月", "missed"],
      ["满2个月", "missed"],
      ["满3个月", "missed"],
      ["满6个月", "late"],
    ]);
    expect(due[4]?.state).toEqual({ kind: "late", on: "2020-11-16", days: 10 });
  });

  test("on its day it is in time, the day after it is late, the day before it answers nothing", () => {
    expect(states([call("2020-05-21")], "2020-05-22")).toEqual(["onTime"]);
    expect(states([call("2020-05-22")], "2020-05-22")).toEqual(["late"]);
    expect(states([call("2020-05-20")], "2020-05-22")).toEqual(["open"]);
  });

  test("nothing is due before its day, and what is not asked is missed when the next is due", () => {
    expect(states([], "2020-05-20")).toEqual([]);
    expect(states([], "2020-06-05")).toEqual(["open"]);
    expect(states([], "2020-06-06")).toEqual(["missed", "open"]);
    expect(dueContacts({ startedOn: STARTED, endedOn: null }, [], day("2020-05-23"))).toMatchObject(
      [{ state: { kind: "open", late: 2 } }],
    );
  });

  test("a call that nobody answers was made; of several the first counts", () => {
    const calls = [call("2020-05-24"), call("2020-05-21", "NO_ANSWER")];
    expect(states(calls, "2020-05-25")).toEqual(["onTime"]);
  });

  test("after the last day worked nothing is due, and what was not asked stays missed", () => {
    expect(states([], "2020-12-01", "2020-06-06")).toEqual(["missed", "missed"]);
    expect(states([], "2020-12-01", "2020-06-05")).toEqual(["missed"]);
    expect(states([call("2020-05-25", "RETURNED_HOME")], "2020-12-01", "2020-05-22")).toEqual([
      "late",
    ]);
  });

  test("whoever is lost is asked no more, until somebody finds him", () => {
    const lost = call("2020-06-06", "LOST");
    expect(states([lost], "2020-12-01")).toEqual(["missed", "onTime"]);
    expect(states([lost, call("2020-08-06")], "2020-08-07")).toEqual([
      ...["missed", "onTime", "missed", "onTime"],
    ]);
  });
});
