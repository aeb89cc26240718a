import { afterAll, beforeAll, expect, test } from "vitest";
import * as people from "~/routes/people/people";
import * as personPage from "~/routes/people/person";
import * as followUps from "~/routes/placements/placement-follow-ups";
import { buildPerson } from "#test/builders/person";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { soundIdNumber } from "#test/builders/registry-export";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const DISTRICT = "310114";
const NUMBER = soundIdNumber(COUNTY, "19850505", 11);
/** Birth, household, nation, phone, registry: no business of a district's. */
const WITHHELD = ["1985-05-05", "共和镇", "汉族", "138****4321", "建档立卡", "谁看过完整号码"];

let at: TestPlatform;
let district: Visitor;
let officer: Visitor;
let personId = "";
let placementId = "";

beforeAll(async () => {
  at = await openTestPlatform();
  await at.owner.query(
    `INSERT INTO pairing (id, district_code, county_code, from_on, source)
     VALUES (gen_random_uuid(), $1, $2, '2025-01-01', 'test')`,
    [DISTRICT, COUNTY],
  );
  const known = { countyCode: COUNTY, phone: "13887654321" };
  personId = await buildPerson(at.owner, { ...known, idNumber: NUMBER, name: "普开翠" });
  const employerId = await buildEmployer(at.owner, { ownerCode: COUNTY });
  placementId = await buildPlacement(at.owner, { personId, employerId });
  district = await aVisitor("districtOfficer", DISTRICT);
  officer = await aVisitor("caseOfficer", COUNTY);
});
afterAll(() => at.close());

const list = (who: Visitor) => visit(people, "/people", "/people", who);
const person = (who: Visitor) => visit(personPage, "/people/:id", `/people/${personId}`, who);

test("[R20] a district officer is told name, masked number, employer and state of people, and no more", async () => {
  const { html } = await list(district);
  const masked = `532323********${NUMBER.slice(-4)}`;
  for (const told of ["普开翠", masked, "嘉定物流有限公司", "在岗"]) expect(html).toContain(told);
  for (const one of WITHHELD) expect(html).not.toContain(one);
});

test("[R20] on the person's page he sees the job, and neither household nor registry", async () => {
  const { html } = await person(district);
  expect(html).toContain("上岗：嘉定物流有限公司");
  for (const one of WITHHELD) expect(html).not.toContain(one);
});

test("[R20] the county's officer sees the whole person", async () => {
  const { html } = await list(officer);
  for (const told of ["年龄", "共和镇", "138****4321"]) expect(html).toContain(told);
  expect((await person(officer)).html).toContain("谁看过完整号码");
});

test("[R20] the follow-ups of a line, whose tab he has not, are not there for him by address either", async () => {
  const open = (who: Visitor) =>
    visit(
      followUps,
      "/placements/:placementId/follow-ups",
      `/placements/${placementId}/follow-ups`,
      who,
    );
  expect((await open(district)).status).toBe(404);
  expect((await open(officer)).status).toBe(200);
});
