import { afterEach, beforeEach, expect, vi } from "vitest";

/** A test that makes the code complain on the console has found something: it fails. */
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  const calls = vi.mocked(console.error).mock.calls.map((call) => call.map(String).join(" "));
  vi.restoreAllMocks();
  expect(calls).toEqual([]);
});
