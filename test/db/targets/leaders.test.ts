import { afterAll, beforeAll, expect, test } from "vitest";
import { viewPeople } from "~/data/targets/people-view.server";
import { day } from "~/domain/shared/calendar-date";
import type { Measure } from "~/domain/targets/measure";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { enterDocumentedTargets } from "~/usecases/targets/enter-documented-targets.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { buildRoster } from "#test/builders/roster";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aDistrictOfficer, boardOf, figures, TODAY } from "./support";

const COUNTY = "530624";
const district = aDistrictOfficer("310112", [COUNTY], "2030-12-31");
const clerk = anActor("caseOfficer", COUNTY);

let database: TestPlatform;
beforeAll(async () => {
  database = await openTestPlatform();
  await enterDocumentedTargets(clerk, new Date("2022-06-24T02:00:00Z"));
});
afterAll(() => database.close());

const of = (measure: Measure) =>
  boardOf(district, measure, "2022-12-31", "310112").then((found) => figures(found, COUNTY));

/** A class for leaders of two, of whom the first has passed; sealed on request. */
async function aLeadersClass() {
  const trainees = ["某甲", "某乙"].map((name, n) => ({
    ...{ name, idCardNumber: idNumberOf(COUNTY, "1985-05-05", 11 + n * 2) },
  }));
  const course = {
    countyCode: COUNTY,
    createdBy: clerk.userId,
    trainees,
    state: "accepted",
  } as const;
  const built = await inTransaction(clerk, (tx) =>
    buildRoster(tx, { ...course, startsOn: "2022-07-01", endsOn: "2022-07-10" }),
  );
  const { owner } = database;
  await owner.query("UPDATE training_class SET audience = 'LEADER' WHERE id = $1", [built.classId]);
  await owner.query(
    `INSERT INTO completion_result (line_id, roster_id, county_code, result, recorded_by, recorded_at)
     SELECT id, roster_id, county_code, CASE WHEN name = '某甲' THEN 'PASSED' ELSE 'FAILED' END, $2, now()
     FROM roster_line WHERE roster_id = $1`,
    [built.id, clerk.userId],
  );
  return {
    seal: () => owner.query("UPDATE roster SET state = 'sealed' WHERE id = $1", [built.id]),
  };
}

test("leaders count when they have passed and the roster is sealed; then those who began a business [T08]", async () => {
  expect(await of("LEADERS_TRAINED")).toEqual([0, 0, 0]);
  const { seal } = await aLeadersClass();
  expect(await of("LEADERS_TRAINED")).toEqual([2, 0, 0]);
  await seal();
  expect(await of("LEADERS_TRAINED")).toEqual([2, 2, 1]);
  const employerId = await buildEmployer(database.owner);
  const begins = async (name: string, startedOn: string) => {
    const found = "SELECT id FROM person WHERE name = $1";
    const { rows } = await database.owner.query<{ id: string }>(found, [name]);
    const placement = { personId: rows[0]?.id ?? "", employerId, evidence: 1, startedOn };
    await buildPlacement(database.owner, { ...placement, form: "ENTREPRENEURSHIP" });
  };
  // The day before the class ended is no start that came of it, nor is that of one who failed.
  await begins("某甲", "2022-07-09");
  await begins("某乙", "2022-07-10");
  expect(await of("LEADERS_STARTED")).toEqual([0, 0, 0]);
  await begins("某甲", "2022-07-10");
  expect(await of("LEADERS_STARTED")).toEqual([1, 1, 1]);
});

test("the list behind an event's figure names the things themselves", async () => {
  const found = await boardOf(district, "LEADERS_TRAINED", "2022-12-31", "310112");
  const asked = { targetId: found?.target.id ?? "", areaCode: COUNTY, on: TODAY, size: 50 };
  const cursor = { after: null, before: null };
  const list = (kind: "proved" | "missing") =>
    viewPeople(district, { ...asked, kind, asOf: day("2022-12-31"), cursor });
  expect((await list("proved"))?.units?.map(({ label }) => label)).toEqual(["某甲"]);
  expect((await list("missing"))?.units?.map(({ label }) => label)).toEqual(["某乙"]);
  expect((await list("proved"))?.people).toBeNull();
});
