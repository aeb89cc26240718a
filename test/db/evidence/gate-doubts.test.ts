import { afterAll, beforeAll, expect, test } from "vitest";
import { viewGate } from "~/data/evidence/gate-view.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { anActor } from "#test/builders/actor";
import { uploadPhoto } from "#test/builders/media";
import { buildRoster } from "#test/builders/roster";
import { someTrainees } from "#test/builders/sealed-class";
import { addSessions, markAttendance } from "#test/builders/sessions";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const officer = anActor("caseOfficer", COUNTY);
/** Half past midnight of the 9th in China, half past four in the afternoon of the 8th elsewhere. */
const NEXT_DAY = new Date("2020-06-08T16:30:00Z");
const SAME_DAY = new Date("2020-06-08T15:30:00Z");

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(() => platform.close());

test("[R04] [R06] [R25] who seals sees what was entered afterwards, what was photographed elsewhere, and what stands against the class", async () => {
  const trainees = someTrainees(COUNTY, 2);
  const { classId, id: rosterId } = await inTransaction(officer, (tx) =>
    buildRoster(tx, { countyCode: COUNTY, createdBy: officer.userId, trainees }),
  );
  const days = [
    { heldOn: "2020-06-08" },
    { heldOn: "2020-06-08", startsAt: "14:30", endsAt: "17:30" },
  ];
  const [first = "", second = ""] = await addSessions(officer, classId, days, SAME_DAY);
  await uploadPhoto(officer, first, { seed: 71, takenAt: "2020:06:08 09:00:00" }, SAME_DAY);
  await markAttendance(officer, classId, first, SAME_DAY);
  const before = await warnings();
  expect(before).toContain("没有对应的年度培训计划");
  expect(before.filter((one) => /考勤|影像/.test(one))).toEqual([]);
  await uploadPhoto(officer, second, { seed: 72, takenAt: "2020:06:10 09:00:00" }, SAME_DAY);
  await markAttendance(officer, classId, second, NEXT_DAY);
  const after = await warnings();
  expect(after.filter((one) => /考勤|影像/.test(one))).toEqual([
    "有 1 次课的考勤不是上课当天登记的，最晚的在课后 1 天",
    "有 1 份影像的拍摄时间、地点与课次不符或没有拍摄信息",
  ]);

  async function warnings() {
    const gate = await viewGate(officer, { id: rosterId, countyCode: COUNTY }, "2020-06-20");
    return gate.warnings.map(({ message }) => message);
  }
});
