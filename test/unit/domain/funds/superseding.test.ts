import { expect, test } from "vitest";
import { supersedingProblem } from "~/domain/funds/superseding";
import { day } from "~/domain/shared/calendar-date";

const older = { issuer: "市财政局", issuedOn: day("2020-07-01"), regionCode: "530300" };
const newer = { ...older, issuedOn: day("2020-07-02") };
const why = (change: Partial<typeof newer>, founding = false) =>
  supersedingProblem({ ...newer, ...change }, { ...older, isFounding: founding });

test("a document is replaced by a later one of its issuer or of a higher level", () => {
  expect(why({})).toBeNull();
  expect(why({ issuedOn: day("2020-07-01") })).toBe("notLater");
  expect(why({ issuer: "市人社局" })).toBe("notHigher");
  expect(why({ issuer: "省财政厅", regionCode: "530000" })).toBeNull();
  expect(why({ issuer: "县财政局", regionCode: "530381" })).toBe("notHigher");
  expect(why({ issuer: "州财政局", regionCode: "532300" })).toBe("notHigher");
});

test("what ships with the product is replaced by the province's papers only", () => {
  expect(why({}, true)).toBe("notProvince");
  expect(why({ issuer: "省财政厅", regionCode: "530000" }, true)).toBeNull();
});
