import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listPlacements } from "~/data/placements/placement-list-view.server";
import { viewPlacementHead } from "~/data/placements/placement-head-view.server";
import { viewPlacement } from "~/data/placements/placement-view.server";
import { day } from "~/domain/shared/calendar-date";
import { destinationOf } from "~/domain/placements/destination";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { presentRegions } from "~/platform/reference/region-codes.server";
import { readLedgerFilter } from "~/routes/placements/ledger-address";
import { rewritePlacement } from "~/usecases/placements/change-placement.server";
import { leaveJob, reopenPlacement } from "~/usecases/placements/end-placement.server";
import { registerPlacement } from "~/usecases/placements/register-placement.server";
import { removePlacement } from "~/usecases/placements/remove-placement.server";
import { verifyPlacement } from "~/usecases/placements/verify-placement.server";
import { anActor } from "#test/builders/actor";
import { buildRoster } from "#test/builders/roster";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import {
  aLine,
  CODE,
  COUNTY,
  filing,
  FOREIGN,
  foreigner,
  loadRegistry,
  NOW,
  officer,
  somebody,
} from "./ledger-support";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const TODAY = day("2020-07-01");
const kindOf = (outcome: { ok: boolean; refusal?: { kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;
const register = async (
  person: Parameters<typeof registerPlacement>[1]["person"],
  change: Record<string, string> = {},
  actor = officer,
) => kindOf(await registerPlacement(actor, { person, filing: filing(change) }, NOW));

async function row(id: string) {
  const { rows } = await at.owner.query<Record<string, unknown>>(
    "SELECT *, started_on::text, ended_on::text, next_follow_up_on::text FROM placement WHERE id = $1",
    [id],
  );
  return rows[0] ?? {};
}

async function page(id: string, actor = officer) {
  const head = await viewPlacementHead(actor, id, TODAY);
  return head === null ? null : { head, page: await viewPlacement(actor, head, TODAY) };
}

async function lastTrail(subject: string) {
  const { rows } = await at.owner.query<{ action: string; detail: string }>(
    "SELECT action, detail FROM trail_event WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1",
    [subject],
  );
  return rows[0];
}

test("whom nobody knows is entered with the line: person, employer, destination and first follow-up", async () => {
  const person = somebody();
  const id = await aLine(person, { workplaceCode: "310114" });
  const line = await row(id);
  expect(line).toMatchObject({ destination: "SHANGHAI", county_code: COUNTY, version: 1 });
  expect(line["next_follow_up_on"]).toBe("2020-05-21");
  const employers = await at.owner.query("SELECT 1 FROM employer WHERE credit_code = $1", [CODE]);
  expect(employers.rowCount).toBe(1);
  const seen = await page(id);
  expect(seen?.head.maskedId).toBe(
    `${person.idCardNumber.slice(0, 6)}********${person.idCardNumber.slice(-4)}`,
  );
  const trail = await lastTrail(id);
  expect(trail?.action).toBe("placement.register");
  expect(trail?.detail).not.toContain(person.idCardNumber);
});

describe("what is refused leaves nothing behind", () => {
  test("a wrong number, a known number under another name, a day to come, the same line twice", async () => {
    const known = somebody();
    await aLine(known);
    expect(await register({ ...somebody(), idCardNumber: "532324199001011234" })).toBe(
      "numberWrong",
    );
    expect(await register({ ...known, name: "吉克尔布" })).toBe("otherName");
    expect(await register(known)).toBe("duplicate");
    expect(await register(somebody(), { employerName: "另一家公司" })).toBe("employerOtherName");
    expect(await register(somebody(), { startedOn: "2020-07-02" })).toBe("startsLater");
    expect(await register(somebody(), { startedOn: "2020-07-01" })).toBe("done");
  });

  test("a refusal after the person was entered takes him back", async () => {
    const person = somebody();
    const change = { creditCode: "", employerName: "没有登记过的公司" };
    const before = await at.owner.query("SELECT 1 FROM person");
    expect(await register(person, change)).toBe("employerUnknown");
    expect((await at.owner.query("SELECT 1 FROM person")).rowCount).toBe(before.rowCount);
    expect(await register(person, { ...change, employerKind: "HOUSEHOLD" })).toBe("done");
  });

  test("another county's person stays its own, whichever side asks", async () => {
    const theirs = somebody(FOREIGN);
    await aLine(theirs, {}, foreigner);
    expect(await register({ ...theirs, countyCode: COUNTY })).toBe("otherCounty");
    expect(await register({ ...somebody(FOREIGN) })).toBe("forbidden");
  });
});

test("verified on the day of registering; a newer export is asked again on request", async () => {
  const person = somebody();
  const id = await aLine(person);
  expect((await page(id))?.page.notCounted).toEqual(["NOT_VERIFIED", "NO_EVIDENCE"]);
  expect(kindOf(await verifyPlacement(officer, { placementId: id, version: 1 }, NOW))).toBe(
    "noSnapshot",
  );
  await loadRegistry([person], "2020-05-01");
  expect(kindOf(await verifyPlacement(officer, { placementId: id, version: 1 }, NOW))).toBe("done");
  expect((await page(id))?.page.notCounted).toEqual(["NO_EVIDENCE"]);
  const unlisted = await aLine();
  expect((await page(unlisted))?.page.notCounted).toEqual(["NOT_REGISTERED", "NO_EVIDENCE"]);
});

test("a correction moves the first day and keeps the old values in the trail; the slower editor is told", async () => {
  const id = await aLine();
  const asked = { placementId: id, version: 1 };
  const changes = ["2020-05-08", "2020-05-09"].map((startedOn) =>
    rewritePlacement(officer, asked, filing({ startedOn, workplaceCode: "530100" }), NOW),
  );
  const outcomes = (await Promise.all(changes)).map(kindOf).sort();
  expect(outcomes).toEqual(["changedByOthers", "done"]);
  const line = await row(id);
  expect(line).toMatchObject({ destination: "IN_PROVINCE", version: 2 });
  expect(["2020-05-08", "2020-05-09"]).toContain(line["started_on"]);
  const trail = await lastTrail(id);
  expect(trail?.action).toBe("placement.change");
  expect(trail?.detail).toContain("上岗 2020-05-06");
});

test("[R09] a county of another province is written beside it; what is no place there is refused", async () => {
  const within = (workplaceText: string) =>
    registerPlacement(
      officer,
      { person: somebody(), filing: filing({ workplaceCode: "440000", workplaceText }) },
      NOW,
    );
  const line = await within("深圳市南山区");
  const found = { workplace_code: "440305", destination: "ELSEWHERE" };
  expect(await row(line.ok ? line.value : "")).toMatchObject(found);
  expect(kindOf(await within("官渡区"))).toBe("workplaceNotInside");
});

test("[R26] the group is stated, changed by the form alone, and left in the trail as it was", async () => {
  const id = await aLine(somebody(), { form: "ENTREPRENEURSHIP" });
  expect(await row(id)).toMatchObject({ worker_group: "GENERAL", form: "ENTREPRENEURSHIP" });
  const stated = filing({ form: "ENTREPRENEURSHIP", workerGroup: "RETURNED_GRADUATE" });
  const asked = { placementId: id, version: 1 };
  expect(kindOf(await rewritePlacement(officer, asked, stated, NOW))).toBe("done");
  expect(await row(id)).toMatchObject({
    ...{ worker_group: "RETURNED_GRADUATE", form: "ENTREPRENEURSHIP" },
  });
  expect((await page(id))?.page.details?.facts.workerGroup).toBe("RETURNED_GRADUATE");
  const trail = await lastTrail(id);
  expect(trail?.detail).toContain("人员类别 一般劳动力");
  expect(trail?.detail).toContain("人员类别 返乡大学生");
  const unheard = "UPDATE placement SET worker_group = 'STUDENT' WHERE id = $1";
  await expect(at.owner.query(unheard, [id])).rejects.toThrow("placement_worker_group");
});

test("leaving and coming back: the last day worked, no more follow-ups, and on again from the last contact", async () => {
  const id = await aLine();
  const leave = (endedOn: string, version: number) =>
    leaveJob(
      officer,
      { placementId: id, version },
      { endedOn: day(endedOn), reason: "OTHER" },
      NOW,
    );
  expect(kindOf(await leave("2020-05-05", 1))).toBe("beforeItBegan");
  expect(kindOf(await leave("2020-07-02", 1))).toBe("notYet");
  expect(kindOf(await leave("2020-06-30", 1))).toBe("done");
  expect(await row(id)).toMatchObject({ ended_on: "2020-06-30", next_follow_up_on: null });
  expect(kindOf(await leave("2020-06-29", 2))).toBe("hasEnded");
  const reopened = { placementId: id, version: 2, reason: "登记错人，电话 13887654321" };
  expect(kindOf(await reopenPlacement(officer, reopened, NOW))).toBe("done");
  expect(await row(id)).toMatchObject({ ended_on: null, next_follow_up_on: "2020-05-21" });
  expect((await lastTrail(id))?.detail).not.toContain("13887654321");
});

test("a removed line counts for nothing and can be registered again; nothing more is done to it", async () => {
  const person = somebody();
  const id = await aLine(person);
  const asked = { placementId: id, version: 1, reason: "重复登记" };
  expect(kindOf(await removePlacement(officer, asked, NOW))).toBe("done");
  expect((await page(id))?.page.notCounted).toEqual(["REMOVED"]);
  expect(kindOf(await verifyPlacement(officer, { placementId: id, version: 2 }, NOW))).toBe(
    "removed",
  );
  expect(await register(person)).toBe("done");
});

test("to another county the line is not there; to a reader it is not his to write", async () => {
  const id = await aLine();
  const asked = { placementId: id, version: 1, reason: "试试" };
  expect(await page(id, foreigner)).toBeNull();
  expect(kindOf(await removePlacement(foreigner, asked, NOW))).toBe("notFound");
  expect(kindOf(await removePlacement(anActor("auditor", COUNTY), asked, NOW))).toBe("forbidden");
});

test("overlapping jobs are found across employers; another county's only by its days", async () => {
  const person = somebody();
  const first = await aLine(person);
  const second = await aLine(person, {
    ...{ creditCode: "", employerName: "普大姐家", employerKind: "HOUSEHOLD" },
    ...{ startedOn: "2020-06-01", workplaceCode: COUNTY },
  });
  const overlaps = async (id: string) => (await page(id))?.page.details?.overlaps ?? [];
  expect((await overlaps(first)).map(({ to }) => to)).toEqual([`/placements/${second}`]);
  expect((await overlaps(second))[0]?.message).toContain("嘉定物流有限公司");
  const cls = { name: "家政班", countyCode: FOREIGN, createdBy: foreigner.userId };
  const both = { ...foreigner, counties: [COUNTY, FOREIGN] };
  await inTransaction(both, (tx) => buildRoster(tx, { ...cls, trainees: [person] }));
  const told = (await overlaps(first)).find(({ to }) => to === null);
  expect(told?.message).toContain("其他县（市、区）的登记（重叠 2020-06-01 至 2020-06-15，15 天）");
});

test("a district officer is told who works where since when, and nothing of household or group", async () => {
  const id = await aLine(somebody(), { workerGroup: "RETURNED_GRADUATE" });
  await at.owner.query("UPDATE placement SET township = '五街镇' WHERE id = $1", [id]);
  const pairing = { district: "310114", county: COUNTY, from: "2020-01-01", to: null };
  const district = {
    ...anActor("districtOfficer", "310114"),
    ...{ pairedCounties: [pairing], counties: [COUNTY] },
  };
  const seen = await page(id, district);
  expect(seen?.page.details).toBeNull();
  expect(JSON.stringify(seen)).not.toMatch(/五街镇|RETURNED_GRADUATE/);
  expect((await page(id))?.page.details?.township).toBe("五街镇");
  const everything = readLedgerFilter(new URLSearchParams("state=all"), () => false);
  const listed = async (actor: typeof officer) => {
    const { rows } = await listPlacements(
      actor,
      everything,
      { after: null, before: null },
      100,
      TODAY,
    );
    return rows.find((row) => row.id === id);
  };
  expect(await listed(district)).toMatchObject({ workerGroup: null, township: "" });
  expect(await listed(officer)).toMatchObject({ workerGroup: "RETURNED_GRADUATE" });
});

test("[R09] the database and the page know the same destination for every division of the country", async () => {
  const homes = ["532324", "530381", "310114"];
  const codes = presentRegions().map(({ code }) => code);
  const { rows } = await at.owner.query<{ home: string; code: string; found: string }>(
    `SELECT home, code, destination_of(home, code) AS found
     FROM unnest($1::text[]) AS home, unnest($2::text[]) AS code`,
    [homes, codes],
  );
  expect(rows.length).toBe(homes.length * codes.length);
  expect(rows.filter(({ home, code, found }) => destinationOf(home, code) !== found)).toEqual([]);
});
