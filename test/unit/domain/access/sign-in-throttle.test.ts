import { expect, test } from "vitest";
import { signInWait, type FailuresBefore } from "~/domain/access/sign-in-throttle";

const MINUTE = 60_000;
const NOON = Date.parse("2020-06-18T04:00:00Z");
const at = (...minutes: number[]) => minutes.map((minute) => NOON + minute * MINUTE);
const none: FailuresBefore = { ofPair: [], ofAddress: [], elsewhere: [], isKnownAddress: false };
const waitAt = (minute: number, before: Partial<FailuresBefore>) =>
  signInWait({ ...none, ...before }, NOON + minute * MINUTE) / MINUTE;

test("four failures cost nothing, the fifth within ten minutes costs a minute", () => {
  expect(waitAt(3, { ofPair: at(0, 1, 2, 3) })).toBe(0);
  expect(waitAt(4, { ofPair: at(0, 1, 2, 3, 4) })).toBe(1);
  expect(waitAt(5, { ofPair: at(0, 1, 2, 3, 4) })).toBe(0);
});

test("five failures spread over ten minutes or more cost nothing", () => {
  expect(waitAt(9.9, { ofPair: at(0, 1, 2, 3, 9.9) })).toBe(1);
  expect(waitAt(10, { ofPair: at(0, 1, 2, 3, 10) })).toBe(0);
});

test("each further failure doubles the wait: 1, 2, 4, 8, and never more than 10 minutes", () => {
  const failures = at(0, 0, 0, 0, 0, 1, 3, 7, 15, 25);
  const waits = [5, 6, 7, 8, 9, 10].map((count) => {
    const ofPair = failures.slice(0, count);
    return waitAt(((ofPair.at(-1) ?? NOON) - NOON) / MINUTE, { ofPair });
  });
  expect(waits).toEqual([1, 2, 4, 8, 10, 10]);
});

test("ten quiet minutes after a wait start the count anew", () => {
  expect(waitAt(11, { ofPair: at(0, 0, 0, 0, 0, 11) })).toBe(2);
  expect(waitAt(11.1, { ofPair: at(0, 0, 0, 0, 0, 11.1) })).toBe(0);
});

test("fifty failures of one address within ten minutes stop it until the first of them is ten minutes old", () => {
  const fifty = Array.from({ length: 50 }, (_, index) => NOON + index * 1000);
  expect(waitAt(1, { ofAddress: fifty.slice(1) })).toBe(0);
  expect(waitAt(1, { ofAddress: fifty })).toBe(9);
  expect(waitAt(10, { ofAddress: fifty })).toBe(0);
});

test("twenty failures elsewhere allow one try a minute from a strange address and hold up no known one", () => {
  const nineteen = Array.from({ length: 19 }, () => NOON);
  const twenty = [...nineteen, NOON];
  expect(waitAt(0.5, { elsewhere: nineteen })).toBe(0);
  expect(waitAt(0.5, { elsewhere: twenty })).toBe(0.5);
  expect(waitAt(1, { elsewhere: twenty })).toBe(0);
  expect(waitAt(0.5, { elsewhere: twenty, isKnownAddress: true })).toBe(0);
});
