import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewPeople } from "~/data/targets/people-view.server";
import { day } from "~/domain/shared/calendar-date";
import type { PeopleKind } from "~/domain/targets/people-list";
import { enterDocumentedTargets } from "~/usecases/targets/enter-documented-targets.server";
import { anActor } from "#test/builders/actor";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as world from "./support";
import {
  aDistrictOfficer,
  aPlacedPerson,
  boardOf,
  figures,
  LOCAL,
  MOUDING,
  NANHUA,
} from "./support";

const NOW = new Date("2020-07-06T02:00:00Z");
const prefecture = anActor("prefectureSupervisor", "532300");
const nanhua = anActor("caseOfficer", NANHUA);

let database: TestPlatform;
let employerId: string;
const place = (...placements: Parameters<typeof aPlacedPerson>[2][number][]) =>
  aPlacedPerson(database, employerId, placements);

beforeAll(async () => {
  database = await openTestPlatform();
  employerId = await buildEmployer(database.owner);
  await enterDocumentedTargets(prefecture, NOW);
});
afterAll(() => database.close());

/** What the board must show, told by a query of our own that shares nothing with it. */
async function independently(destinations: readonly string[]) {
  const { rows } = await database.owner.query<{ county: string; counts: number[] }>(
    `WITH of_period AS (SELECT * FROM placement WHERE removed_at IS NULL
       AND started_on >= '2020-01-01' AND started_on < '2020-10-31' AND destination = ANY ($1))
     SELECT county_code AS county, ARRAY[count(DISTINCT id_index)::int,
       (SELECT count(DISTINCT v.id_index)::int FROM of_period v
         WHERE v.county_code = o.county_code AND v.verified_category <> ''),
       (SELECT count(DISTINCT v.id_index)::int FROM of_period v WHERE v.county_code = o.county_code
         AND v.verified_category <> '' AND EXISTS (SELECT FROM placement_evidence e
           WHERE e.placement_id = v.id AND e.voided_at IS NULL))] AS counts
     FROM of_period o GROUP BY county_code`,
    [destinations],
  );
  return new Map(rows.map(({ county, counts }) => [county, counts]));
}

async function peopleOf(kind: PeopleKind, size = 50, asOf = "2020-12-31") {
  const found = await boardOf(nanhua, "SHANGHAI_PLACED", asOf);
  return viewPeople(nanhua, {
    targetId: found?.target.id ?? "",
    ...{ areaCode: NANHUA, kind, asOf: day(asOf), on: world.TODAY, size },
    cursor: { after: null, before: null },
  });
}

describe("the seven counties' board [T01] [T02]", () => {
  test("an empty ledger is nought everywhere, and the parts make the whole", async () => {
    const found = await boardOf(prefecture, "SHANGHAI_PLACED");
    expect(found?.rows.map(({ value }) => value)).toEqual([15, 15, 50, 10, 20, 15, 25]);
    expect(found?.whole?.tally).toEqual({ registered: 0, verified: 0, proved: 0 });
    expect(found?.sum).toEqual({ sum: 150, difference: 0, missing: 0 });
    expect(found?.whole?.result).toBe("failed");
  });

  test("counts a person once however often he went, and of his papers what is proved", async () => {
    await place({}, { startedOn: "2020-07-01" }); // two jobs in Shanghai
    await place({ evidence: 0 }); // no paper
    await place({ verifiedCategory: null }); // not in the registry
    await place({ endedOn: "2020-05-20" }); // came home before the day of the board
    await place({ evidence: 0 }, { startedOn: "2020-08-01" }); // only the second is proved
    expect(figures(await boardOf(prefecture, "SHANGHAI_PLACED"))).toEqual([5, 4, 3]);
  });

  test("begins with the period's first day and ends with the deadline, both counted", async () => {
    const before = figures(await boardOf(prefecture, "SHANGHAI_PLACED"));
    await place({ startedOn: "2019-12-31" });
    await place({ startedOn: "2020-10-31" });
    expect(figures(await boardOf(prefecture, "SHANGHAI_PLACED"))).toEqual(before);
    await place({ startedOn: "2020-01-01" });
    await place({ startedOn: "2020-10-30" });
    expect(figures(await boardOf(prefecture, "SHANGHAI_PLACED"))).toEqual([7, 6, 5]);
    expect(figures(await boardOf(prefecture, "SHANGHAI_PLACED", "2020-10-29"))).toEqual([6, 5, 4]);
    expect(figures(await boardOf(prefecture, "SHANGHAI_PLACED", "2019-12-31"))).toEqual([0, 0, 0]);
  });
});

describe("the figures follow the ledger", () => {
  test("leaves out what was removed, at once", async () => {
    const { placementIds } = await place({});
    expect(figures(await boardOf(prefecture, "SHANGHAI_PLACED"))).toEqual([8, 7, 6]);
    const remove = "UPDATE placement SET removed_at = now(), removed_reason = '重复' WHERE id = $1";
    await database.owner.query(remove, [placementIds[0]]);
    expect(figures(await boardOf(prefecture, "SHANGHAI_PLACED"))).toEqual([7, 6, 5]);
  });

  test("sees evidence come and go without being told", async () => {
    const { placementIds } = await place({ evidence: 1 });
    expect(figures(await boardOf(prefecture, "SHANGHAI_PLACED"))).toEqual([8, 7, 6]);
    const voided = "UPDATE placement_evidence SET voided_at = now() WHERE placement_id = $1";
    await database.owner.query(voided, [placementIds[0]]);
    expect(figures(await boardOf(prefecture, "SHANGHAI_PLACED"))).toEqual([8, 7, 5]);
  });

  test("is exactly what another query over the tables gives", async () => {
    await place(LOCAL);
    await place({}, { ...LOCAL, startedOn: "2020-09-01" }); // Shanghai and home: counts for both measures
    await place({ workplaceCode: "530100" }, { workplaceCode: "330100", startedOn: "2020-09-01" });
    await aPlacedPerson(database, employerId, [{}], MOUDING);
    for (const [measure, destinations] of [
      ["SHANGHAI_PLACED", ["SHANGHAI"]],
      ["PROVINCE_PLACED", ["LOCAL", "IN_PROVINCE"]],
    ] as const) {
      const found = await boardOf(prefecture, measure);
      const expected = await independently(destinations);
      expect(expected.size).toBeGreaterThan(0);
      for (const { areaCode } of found?.rows ?? []) {
        const counts = [areaCode, figures(found, areaCode)];
        expect(counts).toEqual([areaCode, expected.get(areaCode) ?? [0, 0, 0]]);
      }
    }
  });

  test("keeps a county's figures until they change, and then counts it again", async () => {
    const once = figures(await boardOf(prefecture, "SHANGHAI_PLACED"), MOUDING);
    // Past the triggers nothing tells of a change: the figure is the kept one.
    await database.owner.query("SET session_replication_role = replica");
    await database.owner.query(
      "UPDATE placement SET verified_category = NULL WHERE county_code = $1",
      [MOUDING],
    );
    expect(figures(await boardOf(prefecture, "SHANGHAI_PLACED"), MOUDING)).toEqual(once);
    await database.owner.query("SET session_replication_role = origin");
    await aPlacedPerson(database, employerId, [{}], MOUDING);
    const [recorded, verified] =
      figures(await boardOf(prefecture, "SHANGHAI_PLACED"), MOUDING) ?? [];
    expect([recorded, verified]).toEqual([2, 1]);
  });
});

describe("the people behind a figure", () => {
  test.each(["proved", "missing", "verified", "registered"] as const)(
    "the list of %s is as long as its figure, each person once",
    async (kind) => {
      const found = await peopleOf(kind);
      const tally = found?.standing.tally;
      const sizes = {
        proved: tally?.proved,
        missing: (tally?.registered ?? 0) - (tally?.proved ?? 0),
        verified: tally?.verified,
        registered: tally?.registered,
      };
      const ids = found?.people?.rows.map(({ maskedId, name }) => name + maskedId) ?? [];
      expect(ids.length).toBe(sizes[kind]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(0);
    },
  );

  test("shows masked numbers only, and says why somebody is not counted", async () => {
    const missing = await peopleOf("missing");
    for (const { maskedId } of missing?.people?.rows ?? []) {
      expect(maskedId).toMatch(/^532324\*{8}\d{3}[\dX]$/);
    }
    const reasons = missing?.people?.rows.map((one) => one.reasons);
    expect(reasons).toContainEqual(["没有佐证材料"]);
    expect(reasons?.every((one) => one.length > 0)).toBe(true);
    const counted = await peopleOf("proved");
    expect(counted?.people?.rows.every((one) => one.reasons.length === 0)).toBe(true);
  });

  test("pages by key, forwards and back, without losing or repeating anybody", async () => {
    const whole = (await peopleOf("registered"))?.people?.rows.map((one) => one.placementId) ?? [];
    const found = await boardOf(nanhua, "SHANGHAI_PLACED");
    const ask = async (cursor: { after: string | null; before: string | null }) => {
      const asked = { areaCode: NANHUA, kind: "registered", asOf: day("2020-12-31") } as const;
      const page = { ...asked, targetId: found?.target.id ?? "", on: world.TODAY, cursor, size: 3 };
      const behind = await viewPeople(nanhua, page);
      if (behind?.people == null) throw new Error("no list");
      return behind.people;
    };
    const seen: string[] = [];
    let page = await ask({ after: null, before: null });
    for (;;) {
      seen.push(...page.rows.map((one) => one.placementId));
      if (page.after === null) break;
      page = await ask({ after: page.after, before: null });
    }
    expect(seen).toEqual(whole);
    const back = await ask({ after: null, before: seen[3] ?? "" });
    expect(back.rows.map((one) => one.placementId)).toEqual(seen.slice(0, 3));
  });
});

describe("the people behind the counties' total", () => {
  const asked = { kind: "registered", asOf: day("2020-12-31"), on: world.TODAY, size: 3 } as const;
  const ask = async (actor: typeof prefecture, after: string | null = null) => {
    const targetId = (await boardOf(prefecture, "SHANGHAI_PLACED"))?.target.id ?? "";
    const at = { targetId, areaCode: "532300", cursor: { after, before: null } };
    return viewPeople(actor, { ...asked, ...at });
  };

  test("the whole target's list is as long as its figure, and says of each the county", async () => {
    const whole = (await boardOf(prefecture, "SHANGHAI_PLACED"))?.whole;
    const seen: string[] = [];
    const counties = new Set<string>();
    for (let after: string | null = null; ;) {
      const behind = await ask(prefecture, after);
      expect(behind?.standing.tally).toEqual(whole?.tally);
      for (const { placementId, countyName } of behind?.people?.rows ?? []) {
        seen.push(placementId);
        counties.add(countyName);
      }
      after = behind?.people?.after ?? null;
      if (after === null) break;
    }
    expect(new Set(seen).size).toBe(whole?.tally.registered);
    expect(seen.length).toBe(whole?.tally.registered);
    expect(counties).toEqual(new Set(["南华县", "牟定县"]));
  });

  test("who sees only some of the counties has no such list", async () => {
    expect(await ask(nanhua)).toBeNull();
  });
});

describe("who sees what of a target", () => {
  test("the county sees its own share and the whole target's number, and no other county's people", async () => {
    const found = await boardOf(nanhua, "SHANGHAI_PLACED");
    expect(found?.target.value).toBe(150);
    expect(found?.rows.map(({ areaCode }) => areaCode)).toEqual([NANHUA]);
    expect(found?.whole).toBeNull();
    const asked = { kind: "proved", asOf: day("2020-12-31"), on: world.TODAY, size: 50 } as const;
    const other = { ...asked, targetId: found?.target.id ?? "", areaCode: MOUDING };
    expect(
      await viewPeople(nanhua, { ...other, cursor: { after: null, before: null } }),
    ).toBeNull();
  });

  test("a county of another prefecture sees nothing of it", async () => {
    expect(await boardOf(anActor("caseOfficer", "530381"), "SHANGHAI_PLACED")).toBeUndefined();
  });

  test("the district sees its paired counties while the pairing holds", async () => {
    const paired = aDistrictOfficer("310114", [NANHUA], "2020-12-31");
    const found = await boardOf(paired, "SHANGHAI_PLACED");
    expect(found?.rows.map(({ areaCode }) => areaCode)).toEqual([NANHUA]);
    const ended = aDistrictOfficer("310114", [NANHUA], "2020-11-20");
    expect(await boardOf(ended, "SHANGHAI_PLACED")).toBeUndefined();
  });

  test("a figure once kept for the prefecture is not shown to whom the wall hides it", async () => {
    const blind = { ...prefecture, counties: ["532300"] };
    expect(figures(await boardOf(blind, "SHANGHAI_PLACED"))).toEqual([0, 0, 0]);
  });
});

test("a second job elsewhere makes nobody count twice in the same measure", async () => {
  const [recorded = 0] = figures(await boardOf(prefecture, "SHANGHAI_PLACED")) ?? [];
  const { personId } = await place({});
  const other = await buildEmployer(database.owner, { name: "松江制衣", creditCode: null });
  await buildPlacement(database.owner, { personId, employerId: other, evidence: 1 });
  expect(figures(await boardOf(prefecture, "SHANGHAI_PLACED"))?.[0]).toBe(recorded + 1);
});
