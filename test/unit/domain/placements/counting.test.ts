import { describe, expect, it } from "vitest";
import { whyNotCounted, type CountingFacts } from "~/domain/placements/counting";
import type { CalendarDate } from "~/domain/shared/calendar-date";

const day = (text: string): CalendarDate => text as CalendarDate;
const PROVED: CountingFacts = {
  startedOn: day("2020-05-06"),
  verifiedOn: day("2020-05-06"),
  verifiedCategory: "LIFTED",
  evidenceCount: 1,
  isRemoved: false,
};
const ON = day("2020-06-01");

describe("what keeps a placement out of the figures", () => {
  it("counts a verified placement with one piece of standing evidence", () => {
    expect(whyNotCounted(PROVED, ON)).toEqual([]);
  });

  it("counts from its first day, not the day before", () => {
    expect(whyNotCounted(PROVED, day("2020-05-06"))).toEqual([]);
    expect(whyNotCounted(PROVED, day("2020-05-05"))).toEqual(["STARTS_LATER"]);
  });

  it("tells a person nobody could look up from one who is not in the registry", () => {
    const unverified = { ...PROVED, verifiedCategory: null };
    expect(whyNotCounted(unverified, ON)).toEqual(["NOT_REGISTERED"]);
    expect(whyNotCounted({ ...unverified, verifiedOn: null }, ON)).toEqual(["NOT_VERIFIED"]);
  });

  it("names every reason at once", () => {
    const bare = { ...PROVED, verifiedCategory: null, verifiedOn: null, evidenceCount: 0 };
    expect(whyNotCounted(bare, ON)).toEqual(["NOT_VERIFIED", "NO_EVIDENCE"]);
  });

  it("says of a line taken out only that it was taken out", () => {
    expect(whyNotCounted({ ...PROVED, evidenceCount: 0, isRemoved: true }, ON)).toEqual([
      "REMOVED",
    ]);
  });
});
