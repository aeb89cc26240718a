import { expect, test } from "vitest";
import { readPastedNumbers } from "~/domain/employers/fair-participant-row";
import { outcomeForm } from "~/domain/employers/fair-outcome";
import { fairGaps, jobFairForm } from "~/domain/employers/job-fair";
import { day } from "~/domain/shared/calendar-date";
import { idNumberOf } from "#test/builders/id-card-number";

const FORM = {
  ...{ name: "沪滇专场招聘会", mode: "ON_SITE", heldOn: "2020年3月1日", heldTo: "2020-03-02" },
  ...{ place: "县体育馆", organiser: "县人社局", districtCode: "310114" },
};
const HELD = { heldOn: "2020-03-01", heldTo: null, files: 1, participants: 1 };

test("[T04] a fair counts from its last day on, with one file and one participant", () => {
  expect(fairGaps(HELD, "2020-03-01")).toEqual([]);
  expect(fairGaps(HELD, "2020-02-29")).toEqual(["notYetHeld"]);
  const twoDays = { ...HELD, heldTo: "2020-03-02" };
  expect(fairGaps(twoDays, "2020-03-01")).toEqual(["notYetHeld"]);
  expect(fairGaps(twoDays, "2020-03-02")).toEqual([]);
});

test("[T05] a fair says what it lacks: proof, people, or both", () => {
  expect(fairGaps({ ...HELD, files: 0 }, "2020-03-01")).toEqual(["noProof"]);
  expect(fairGaps({ ...HELD, participants: 0 }, "2020-03-01")).toEqual(["noParticipants"]);
  expect(fairGaps({ ...HELD, files: 0, participants: 0 }, "2020-03-01")).toHaveLength(2);
});

test("the form of a fair reads written days, keeps Shanghai districts only, and refuses an end before the beginning", () => {
  expect(jobFairForm.parse(FORM)).toMatchObject({ heldOn: "2020-03-01", districtCode: "310114" });
  expect(jobFairForm.parse({ ...FORM, districtCode: "532323" }).districtCode).toBeNull();
  expect(jobFairForm.safeParse({ ...FORM, heldTo: "2020-03-01" }).success).toBe(true);
  expect(jobFairForm.safeParse({ ...FORM, heldTo: "2020-02-29" }).success).toBe(false);
  expect(jobFairForm.safeParse({ ...FORM, mode: "BOTH" }).success).toBe(false);
  expect(outcomeForm.safeParse({ outcome: "HIRED" }).success).toBe(false);
});

test("pasted numbers are read a line each, with or without a name; what is wrong says where and how to mend it", () => {
  const sound = idNumberOf("532323", "1990-01-01", 5);
  const wrong = `${sound.slice(0, 17)}${sound.endsWith("1") ? "2" : "1"}`;
  const context = {
    today: day("2020-03-01"),
    knownRegions: { has: () => true, provinces: new Set(["53"]) },
  };
  const rows = readPastedNumbers(`鲁晓美 ${sound}\n\n${wrong}\n没有号码`, context);
  expect(rows.map(({ sheetRow, idCardNumber, name }) => [sheetRow, idCardNumber, name])).toEqual([
    [1, sound, "鲁晓美"],
    [3, null, ""],
    [4, null, "没有号码"],
  ]);
  expect(rows[0]?.problem).toBeNull();
  expect(rows[1]?.problem).toContain("校验不符");
  expect(rows[1]?.problem).not.toContain(wrong);
  expect(rows[2]?.problem).toContain("身份证号为空");
});
