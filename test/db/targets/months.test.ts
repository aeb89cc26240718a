import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewPeople } from "~/data/targets/people-view.server";
import { viewTarget } from "~/data/targets/target-view.server";
import { day } from "~/domain/shared/calendar-date";
import { monthEnds } from "~/domain/targets/curve";
import { enterDocumentedTargets } from "~/usecases/targets/enter-documented-targets.server";
import { anActor } from "#test/builders/actor";
import { buildEmployer } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aPlacedPerson, boardOf, MOUDING, NANHUA, TODAY } from "./support";

const prefecture = anActor("prefectureSupervisor", "532300");
const nanhua = anActor("caseOfficer", NANHUA);

let database: TestPlatform;
let employerId: string;
const place = (...placements: Parameters<typeof aPlacedPerson>[2][number][]) =>
  aPlacedPerson(database, employerId, placements);

beforeAll(async () => {
  database = await openTestPlatform();
  employerId = await buildEmployer(database.owner);
  await enterDocumentedTargets(prefecture, new Date("2020-07-06T02:00:00Z"));
  await place({ startedOn: "2020-01-01" });
  await place({ startedOn: "2020-05-31" }, { startedOn: "2020-08-01" }); // counts in May only
  await place({ startedOn: "2020-05-01", evidence: 0 }, { startedOn: "2020-08-31" }); // in August only
  await place({ startedOn: "2020-10-30" });
});
afterAll(() => database.close());

describe("the people counted in a month", () => {
  test.each(["2020-01-01", "2020-05-01", "2020-08-01", "2020-10-01"])(
    "of %s are as many as the month adds to the figure, and began in it",
    async (month) => {
      const asOf = day("2020-12-31");
      const targetId = (await boardOf(nanhua, "SHANGHAI_PLACED"))?.target.id ?? "";
      const page = await viewTarget(nanhua, targetId, { asOf, on: TODAY });
      const target = page?.board.target;
      const months = target ? monthEnds(target, 50, page.board.days, asOf) : [];
      const added = months.find(({ on }) => on.startsWith(month.slice(0, 7)))?.added;
      const behind = await viewPeople(nanhua, {
        ...{ targetId, areaCode: NANHUA, kind: "registered", month: day(month), asOf },
        ...{ on: TODAY, cursor: { after: null, before: null }, size: 50 },
      });
      const rows = behind?.people?.rows ?? [];
      expect([rows.length, behind?.listed, added]).toEqual([1, 1, 1]);
      expect(rows.every(({ startedOn }) => startedOn.startsWith(month.slice(0, 7)))).toBe(true);
    },
  );
});

test("a target's page says how many were looked up in an export later than their first day", async () => {
  const targetId = (await boardOf(prefecture, "SHANGHAI_PLACED"))?.target.id ?? "";
  const later = async (actor: typeof prefecture, asOf: string) =>
    (await viewTarget(actor, targetId, { asOf: day(asOf), on: TODAY }))?.verifiedLater;
  const { placementIds } = await place({ startedOn: "2020-03-10" });
  expect(await later(prefecture, "2020-12-31")).toBe(0);
  const changed = "UPDATE placement SET verified_on = '2020-06-20' WHERE id = $1";
  await database.owner.query(changed, [placementIds[0]]);
  expect(await later(prefecture, "2020-12-31")).toBe(1);
  expect(await later(prefecture, "2020-03-09")).toBe(0);
  expect(await later(anActor("caseOfficer", MOUDING), "2020-12-31")).toBe(0);
});
