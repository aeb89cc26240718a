import { expect, test } from "vitest";
import {
  isWorkingOn,
  workshopForm,
  workshopStateOn,
  yearEndsBefore,
} from "~/domain/employers/workshop";

const KEPT = { recognisedOn: "2020-03-10", validTo: "2021-03-09", withdrawnOn: null, proofs: 1 };

test("[R17] a workshop is recognised with its document, from the first day to the last", () => {
  expect(workshopStateOn(KEPT, "2020-03-09")).toBe("NOT_YET");
  expect(workshopStateOn(KEPT, "2020-03-10")).toBe("RECOGNISED");
  expect(workshopStateOn(KEPT, "2021-03-09")).toBe("RECOGNISED");
  expect(workshopStateOn(KEPT, "2021-03-10")).toBe("LAPSED");
  expect(workshopStateOn({ ...KEPT, validTo: null }, "2031-03-10")).toBe("RECOGNISED");
});

test("[R17] without its document a workshop waits for it; once withdrawn it waits no more", () => {
  const bare = { ...KEPT, proofs: 0 };
  expect(workshopStateOn(bare, "2020-04-01")).toBe("AWAITING_PROOF");
  expect(workshopStateOn(bare, "2021-03-10")).toBe("LAPSED");
  const withdrawn = { ...bare, withdrawnOn: "2020-05-01" };
  expect(workshopStateOn(withdrawn, "2020-04-30")).toBe("AWAITING_PROOF");
  expect(workshopStateOn(withdrawn, "2020-05-01")).toBe("WITHDRAWN");
});

test("people who work on after the recognition is over are a finding; nobody there is none", () => {
  expect(isWorkingOn("LAPSED", 1)).toBe(true);
  expect(isWorkingOn("WITHDRAWN", 1)).toBe(true);
  expect(isWorkingOn("WITHDRAWN", 0)).toBe(false);
  expect(isWorkingOn("RECOGNISED", 5)).toBe(false);
  expect(isWorkingOn("AWAITING_PROOF", 5)).toBe(false);
});

test("the form of a workshop wants a place in divisions and an end not before its beginning", () => {
  const form = {
    ...{ name: "彝绣车间", regionCode: "532323100", recognisedOn: "2020-03-10" },
    ...{ recognisedBy: "县扶贫办", documentNumber: "牟扶发〔2020〕3号" },
  };
  expect(workshopForm.parse(form).validTo).toBeNull();
  expect(workshopForm.safeParse({ ...form, validTo: "2020-03-10" }).success).toBe(true);
  expect(workshopForm.safeParse({ ...form, validTo: "2020-03-09" }).success).toBe(false);
  expect(workshopForm.safeParse({ ...form, regionCode: "53232310" }).success).toBe(false);
});

test("jobs are compared by the last days of past years, never by one that is still to come", () => {
  expect(yearEndsBefore("2020-12-31", 2)).toEqual(["2019-12-31", "2018-12-31"]);
  expect(yearEndsBefore("2021-01-01", 1)).toEqual(["2020-12-31"]);
});
