import { afterAll, beforeAll, expect, test } from "vitest";
import { viewTimeline } from "~/data/people/timeline-view.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { sealRoster } from "~/usecases/rosters/seal-roster.server";
import { anActor } from "#test/builders/actor";
import { aClassReadyToSeal, someTrainees } from "#test/builders/sealed-class";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const OWN = "532323";
const FOREIGN = "530381";
const NOW = new Date("2020-06-20T02:00:00Z");
const officer = anActor("caseOfficer", OWN);
const trainees = someTrainees(OWN, 1);

let at: TestPlatform;
let personId = "";

beforeAll(async () => {
  at = await openTestPlatform();
  const one = await aClassReadyToSeal({ countyCode: OWN, createdBy: officer.userId, trainees });
  value(await sealRoster(anActor("reviewer", OWN), { rosterId: one.id, version: 1 }, NOW));
  personId = await inTransaction(officer, async (tx) => {
    const line = await tx.rosterLine.findFirstOrThrow({ where: { rosterId: one.id } });
    return line.personId;
  });
  // The same person in a class of another prefecture.
  const other = anActor("caseOfficer", FOREIGN);
  const there = await aClassReadyToSeal({
    ...{ countyCode: FOREIGN, createdBy: other.userId, trainees: someTrainees(FOREIGN, 1) },
    name: "海棠初级",
  });
  await at.owner.query("UPDATE roster_line SET person_id = $1 WHERE roster_id = $2", [
    personId,
    there.id,
  ]);
  await at.owner.query("UPDATE verification SET person_id = $1 WHERE roster_id = $2", [
    personId,
    there.id,
  ]);
});
afterAll(() => at.close());

const titles = async (role: Parameters<typeof anActor>[0], region = OWN) => {
  const events = await viewTimeline(anActor(role, region), personId, "2020-06-20");
  return events.map(({ title }) => title);
};

test("[R01] the newest stands first, from the seal back to the beginning of the class", async () => {
  const events = await viewTimeline(officer, personId, "2020-06-20");
  expect(events.map(({ at: when }) => when)).toEqual(
    events.map(({ at: when }) => when).sort((a, b) => (a < b ? 1 : -1)),
  );
  expect(events[0]?.title).toBe("名册封存");
  expect(events.find(({ title }) => title.startsWith("参加培训"))?.detail).toBe(
    "至 2020-06-15，到课 2 / 2 次",
  );
  expect(events.map(({ title }) => title).sort()).toEqual([
    ...[
      "列入花名册",
      "参加培训",
      "名册封存",
      "开班查验",
      "手印",
      "签字",
      "结业查验",
      "结业：合格",
    ].map((title) => events.find((one) => one.title.startsWith(title))?.title),
  ]);
});

test("another prefecture's events do not appear, whoever asks here", async () => {
  const seen = await viewTimeline(officer, personId, "2020-06-20");
  expect(JSON.stringify(seen)).not.toContain("海棠初级");
  const there = await viewTimeline(anActor("caseOfficer", FOREIGN), personId, "2020-06-20");
  expect(JSON.stringify(there)).toContain("海棠初级");
  expect(there.map(({ title }) => title)).not.toContain("名册封存");
});

test("signatures are for who may see them", async () => {
  expect(await titles("auditor")).toContain("签字");
  expect(await titles("labourStationOfficer")).not.toContain("签字");
  expect(await titles("systemAdministrator")).toEqual([]);
});
