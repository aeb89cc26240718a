import { afterAll, beforeAll, expect, test } from "vitest";
import { listPeople } from "~/data/people/people-view.server";
import { viewPerson } from "~/data/people/person-view.server";
import { day } from "~/domain/shared/calendar-date";
import { idCardNumber } from "~/domain/shared/id-card-number";
import { lookUpNumber } from "~/usecases/people/look-up-number.server";
import { revealNumber } from "~/usecases/people/reveal-number.server";
import { anActor } from "#test/builders/actor";
import { buildPerson } from "#test/builders/person";
import { soundIdNumber } from "#test/builders/registry-export";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const MOUDING = "532323";
const WUDING = "532329";
const TOP = { after: null, before: null };
const NOW = new Date("2020-07-01T02:00:00Z");
const NUMBER = soundIdNumber(MOUDING, "19850505", 11);

const officer = anActor("caseOfficer", MOUDING, "普经办");
const neighbour = anActor("caseOfficer", WUDING, "白经办");
const prefecture = anActor("prefectureSupervisor", "532300", "施监管");
const seconded = anActor("secondedOfficial", MOUDING, "沪干部");

let at: TestPlatform;
let personId: string;

beforeAll(async () => {
  at = await openTestPlatform();
  personId = await buildPerson(at.owner, {
    idNumber: NUMBER,
    name: "普开翠",
    countyCode: MOUDING,
    phone: "13887654321",
  });
  const others = ["普开明", "尹光英", "鲁晓美"];
  for (const [order, name] of others.entries()) {
    const idNumber = soundIdNumber(MOUDING, "19900101", order);
    await buildPerson(at.owner, { idNumber, name, countyCode: MOUDING, phone: "13800000000" });
  }
  const idNumber = soundIdNumber(WUDING, "19900101", 9);
  await buildPerson(at.owner, {
    idNumber,
    name: "普开元",
    countyCode: WUDING,
    phone: "13800000000",
  });
});
afterAll(() => at.close());

async function trailOf(action: string, actorId: string) {
  const { rows } = await at.owner.query(
    "SELECT subject_id, county_code, detail FROM trail_event WHERE action = $1 AND actor_id = $2 ORDER BY seq",
    [action, actorId],
  );
  return rows;
}

test("people are found by the beginning of a name or of its initials, each officer in his own county", async () => {
  const names = async (actor: typeof officer, text: string, countyCode: string | null = null) =>
    (await listPeople(actor, { text, countyCode }, TOP, 50, day("2020-07-01"))).rows.map(
      (row) => row.name,
    );
  expect(await names(officer, "普开")).toEqual(["普开明", "普开翠"]);
  expect(await names(officer, "PKC")).toEqual(["普开翠"]);
  expect(await names(officer, "")).toEqual(["鲁晓美", "普开翠", "普开明", "尹光英"]);
  expect(await names(neighbour, "普")).toEqual(["普开元"]);
  expect(await names(neighbour, "普", MOUDING)).toEqual([]);
  expect(await names(prefecture, "普")).toEqual(["普开明", "普开翠", "普开元"]);
});

test("lists and pages show numbers masked only", async () => {
  const list = await listPeople(
    officer,
    { text: "普开翠", countyCode: null },
    TOP,
    50,
    day("2020-07-01"),
  );
  const page = await viewPerson(officer, personId, day("2020-07-01"));
  for (const shown of [list, page]) {
    const text = JSON.stringify(shown);
    expect(text).toContain(`532323********${NUMBER.slice(-4)}`);
    expect(text).toContain("138****4321");
    expect(text).not.toContain(NUMBER);
    expect(text).not.toContain("13887654321");
  }
});

test("a person of another county is not there", async () => {
  expect(await viewPerson(neighbour, personId, day("2020-07-01"))).toBeNull();
  expect(await revealNumber(neighbour, personId, "核对", NOW)).toMatchObject({
    refusal: { kind: "notFound" },
  });
});

test("a number in full is shown for a reason, and that stands in the trail and on the person's page", async () => {
  expect(await revealNumber(officer, personId, "  ", NOW)).toMatchObject({
    refusal: { kind: "noReason" },
  });
  expect(await trailOf("people.revealNumber", officer.userId)).toEqual([]);
  const outcome = await revealNumber(officer, personId, `核对 ${NUMBER} 开户信息`, NOW);
  expect(outcome).toMatchObject({ value: { idCardNumber: NUMBER, phone: "13887654321" } });
  const trail = await trailOf("people.revealNumber", officer.userId);
  expect(trail).toMatchObject([{ subject_id: personId, county_code: MOUDING }]);
  expect(trail[0].detail).not.toContain(NUMBER);
  const page = await viewPerson(prefecture, personId, day("2020-07-01"));
  expect(page?.details?.reveals).toMatchObject([{ actorName: "普经办" }]);
  expect(page?.details?.reveals[0]?.reason).toMatch(/^核对 .*开户信息$/);
});

test("a role without that right is refused and leaves nothing", async () => {
  expect(await revealNumber(seconded, personId, "核对", NOW)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect(await trailOf("people.revealNumber", seconded.userId)).toEqual([]);
});

test("the thirtieth number within a minute is shown, the next not, and after the minute again", async () => {
  const busy = anActor("reviewer", MOUDING, "忙审核");
  const reveal = (when: Date) => revealNumber(busy, personId, "逐人核对", when);
  for (let i = 0; i < 30; i += 1) expect((await reveal(NOW)).ok).toBe(true);
  expect(await reveal(NOW)).toMatchObject({ refusal: { kind: "tooMany" } });
  expect((await reveal(new Date(NOW.getTime() + 60_000))).ok).toBe(true);
});

test("of many reveals at once no more than thirty come through", async () => {
  const hasty = anActor("reviewer", MOUDING, "急审核");
  const tries = Array.from({ length: 36 }, () => revealNumber(hasty, personId, "同时", NOW));
  const outcomes = await Promise.all(tries);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(30);
});

test("a look-up by number finds in scope only, and misses are counted and traced as well", async () => {
  const look = (actor: typeof officer, when = NOW) =>
    lookUpNumber(actor, idCardNumber(NUMBER), when);
  expect(await look(officer)).toMatchObject({ value: { personId } });
  expect(await look(neighbour)).toMatchObject({ value: { personId: null } });
  expect(await trailOf("people.lookUpNumber", neighbour.userId)).toMatchObject([
    { subject_id: "", county_code: WUDING, detail: '{"found":false}' },
  ]);
  for (let i = 1; i < 30; i += 1) await look(neighbour);
  expect(await look(neighbour)).toMatchObject({ refusal: { kind: "tooMany" } });
});

test("what is shown masked cannot be put together again: no birth date goes out, only the age", async () => {
  const on = day("2020-05-04");
  const page = await viewPerson(officer, personId, on);
  const { rows } = await listPeople(officer, { text: "普开翠", countyCode: null }, TOP, 10, on);
  expect([page?.details?.age, rows[0]?.age]).toEqual([34, 34]);
  expect((await viewPerson(officer, personId, day("2020-05-05")))?.details?.age).toBe(35);
  expect(JSON.stringify([page, rows])).not.toMatch(/1985-?05-?05/);
});
