import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { ROLES, type Role } from "~/domain/access/role";
import { ROSTER_STATES, type RosterState } from "~/domain/rosters/roster";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { acceptRoster } from "~/usecases/rosters/accept-roster.server";
import { removeLine } from "~/usecases/rosters/remove-line.server";
import { returnRoster } from "~/usecases/rosters/return-roster.server";
import { submitRoster } from "~/usecases/rosters/submit-roster.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster, type BuiltRoster, type RosterToBuild } from "#test/builders/roster";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-06-20T02:00:00Z");
const SEAT: Partial<Record<Role, string>> = {
  prefectureSupervisor: "532300",
  districtOfficer: "310113",
  systemAdministrator: "530000",
};

let database: TestPlatform;
let serial = 0;
const officer = anActor("caseOfficer", COUNTY, "经办甲");

beforeAll(async () => {
  database = await openTestPlatform();
});
afterAll(() => database.close());

function aRoster(more: Partial<RosterToBuild> = {}): Promise<BuiltRoster> {
  const trainees = ["沙马·尔布", "李开翠"].map((name) => ({
    name,
    idCardNumber: idNumberOf("532323", "1990-01-01", (serial += 1)),
  }));
  const facts = { countyCode: COUNTY, createdBy: officer.userId, trainees, ...more };
  return inTransaction(officer, (tx) => buildRoster(tx, facts));
}

async function rosterRow(id: string) {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    "SELECT * FROM roster WHERE id = $1",
    [id],
  );
  return rows[0] ?? {};
}

const STEPS = {
  submit: (actor: Actor, rosterId: string, version = 1) =>
    submitRoster(actor, { rosterId, version }, NOW),
  accept: (actor: Actor, rosterId: string, version = 1) =>
    acceptRoster(actor, { rosterId, version }, NOW),
  return: (actor: Actor, rosterId: string, version = 1) =>
    returnRoster(actor, { rosterId, version, reason: "第 2 行住址不全" }, NOW),
};

type Step = keyof typeof STEPS;

const MAY: Readonly<Record<Step, readonly Role[]>> = {
  submit: ["caseOfficer"],
  accept: ["reviewer", "prefectureSupervisor"],
  return: ["reviewer", "prefectureSupervisor"],
};
const FROM: Readonly<Record<Step, readonly RosterState[]>> = {
  submit: ["draft", "returned"],
  accept: ["submitted"],
  return: ["submitted"],
};
const TO: Readonly<Record<Step, RosterState>> = {
  submit: "submitted",
  accept: "accepted",
  return: "returned",
};

/** What the table above says must come of it. */
function expected(step: Step, role: Role, state: RosterState): string {
  if (role === "districtOfficer") return "notFound"; // no pairing in force reaches the county
  if (role === "systemAdministrator") return "notFound"; // he sees no roster anywhere
  if (!MAY[step].includes(role)) return "forbidden";
  return FROM[step].includes(state) ? "done" : "wrongState";
}

describe.each(Object.keys(STEPS) as Step[])("[R07] %s", (step) => {
  test.each(ROLES)("by %s, from every state", async (role) => {
    const actor = anActor(role, SEAT[role] ?? COUNTY);
    for (const state of ROSTER_STATES) {
      const { id } = await aRoster({ state });
      const outcome = await STEPS[step](actor, id);
      const said = outcome.ok ? "done" : outcome.refusal.kind;
      expect([state, said]).toEqual([state, expected(step, role, state)]);
      const after = said === "done" ? TO[step] : state;
      expect(await rosterRow(id)).toMatchObject({ state: after, version: said === "done" ? 2 : 1 });
    }
  });
});

test("[R06] each step leaves its trail with who, from where and why", async () => {
  const { id } = await aRoster();
  const reviewer = anActor("reviewer", COUNTY, "审核乙");
  await STEPS.submit(officer, id, 1);
  await STEPS.return(reviewer, id, 2);
  await STEPS.submit(officer, id, 3);
  await STEPS.accept(reviewer, id, 4);
  const { rows } = await database.owner.query<{
    action: string;
    actor_name: string;
    detail: string;
  }>("SELECT action, actor_name, detail FROM trail_event WHERE subject_id = $1 ORDER BY seq", [id]);
  expect(rows.map((row) => [row.action, row.actor_name, JSON.parse(row.detail)])).toEqual([
    ["roster.submit", "经办甲", { from: "draft", headcount: 2 }],
    ["roster.return", "审核乙", { from: "submitted", reason: "第 2 行住址不全" }],
    ["roster.submit", "经办甲", { from: "returned", headcount: 2 }],
    ["roster.accept", "审核乙", { from: "submitted", headcount: 2 }],
  ]);
});

test("a return keeps its reason until the county submits again", async () => {
  const { id } = await aRoster({ state: "submitted" });
  await STEPS.return(anActor("prefectureSupervisor", "532300"), id);
  expect(await rosterRow(id)).toMatchObject({ return_reason: "第 2 行住址不全" });
  await STEPS.submit(officer, id, 2);
  expect(await rosterRow(id)).toMatchObject({ return_reason: null, reviewed_by: null });
});

test("a return without a reason is refused", async () => {
  const { id } = await aRoster({ state: "submitted" });
  const asked = { rosterId: id, version: 1, reason: "  " };
  const outcome = await returnRoster(anActor("reviewer", COUNTY), asked, NOW);
  expect(outcome).toEqual({ ok: false, refusal: { kind: "reasonMissing" } });
});

test("a roster without people is not submitted, and one with a single person is", async () => {
  const empty = await aRoster({ trainees: [] });
  expect(await STEPS.submit(officer, empty.id)).toMatchObject({ refusal: { kind: "empty" } });
  const one = await aRoster({
    trainees: [{ name: "李开翠", idCardNumber: idNumberOf("532323", "1991-01-01", 1) }],
  });
  expect(await STEPS.submit(officer, one.id)).toEqual({ ok: true, value: { headcount: 1 } });
});

test("nobody reviews what he submitted", async () => {
  const reviewer = anActor("reviewer", COUNTY);
  const { id } = await aRoster({ state: "submitted", submittedBy: reviewer.userId });
  expect(await STEPS.accept(reviewer, id)).toMatchObject({ refusal: { kind: "ownWork" } });
  expect(await STEPS.return(reviewer, id)).toMatchObject({ refusal: { kind: "ownWork" } });
});

test("nobody reviews lines he entered, even when somebody else submitted them", async () => {
  const reviewer = anActor("reviewer", COUNTY);
  const { id } = await aRoster({
    state: "submitted",
    createdBy: reviewer.userId,
    submittedBy: officer.userId,
  });
  expect(await STEPS.accept(reviewer, id)).toMatchObject({ refusal: { kind: "ownWork" } });
  const colleague = anActor("reviewer", COUNTY);
  expect(await STEPS.accept(colleague, id)).toMatchObject({ ok: true });
});

test("the database itself refuses a reviewer who submitted", async () => {
  const { id } = await aRoster({ state: "submitted" });
  const forged = database.owner.query(
    "UPDATE roster SET reviewed_by = submitted_by WHERE id = $1",
    [id],
  );
  await expect(forged).rejects.toThrow("reviewer_is_someone_else");
});

test("a page that others have changed meanwhile decides nothing", async () => {
  const { id, lineIds } = await aRoster();
  const reason = "未到课";
  await removeLine(officer, { rosterId: id, lineId: lineIds[0] ?? "", reason }, NOW);
  expect(await STEPS.submit(officer, id, 1)).toMatchObject({
    refusal: { kind: "changedByOthers" },
  });
  expect(await STEPS.submit(officer, id, 2)).toMatchObject({ value: { headcount: 1 } });
});

test("of two submissions at once one wins and the other is told", async () => {
  const colleague = anActor("caseOfficer", COUNTY);
  const { id } = await aRoster();
  const outcomes = await Promise.all([STEPS.submit(officer, id), STEPS.submit(colleague, id)]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  const [loser] = outcomes.filter((outcome) => !outcome.ok);
  expect(loser).toMatchObject({ refusal: { kind: "changedByOthers" } });
  expect(await rosterRow(id)).toMatchObject({ state: "submitted", version: 2 });
});

test("of acceptance and return at once one wins", async () => {
  const { id } = await aRoster({ state: "submitted" });
  const outcomes = await Promise.all([
    STEPS.accept(anActor("reviewer", COUNTY), id),
    STEPS.return(anActor("prefectureSupervisor", "532300"), id),
  ]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
});

test("[R07] another county's officer finds no such roster", async () => {
  const stranger = anActor("caseOfficer", "532324");
  const { id, lineIds } = await aRoster();
  const asked = { rosterId: id, lineId: lineIds[0] ?? "", reason: "错" };
  expect(await STEPS.submit(stranger, id)).toMatchObject({ refusal: { kind: "notFound" } });
  expect(await removeLine(stranger, asked, NOW)).toMatchObject({ refusal: { kind: "notFound" } });
  expect(await STEPS.submit(officer, "no-id")).toMatchObject({ refusal: { kind: "notFound" } });
});

test("a removed person leaves the count, stays as history, and may come back", async () => {
  const trainee = { name: "李开翠", idCardNumber: idNumberOf("532323", "1992-01-01", 7) };
  const { id, lineIds } = await aRoster({ trainees: [trainee] });
  const asked = { rosterId: id, lineId: lineIds[0] ?? "", reason: "未到课" };
  expect(await removeLine(officer, { ...asked, reason: "" }, NOW)).toMatchObject({
    refusal: { kind: "reasonMissing" },
  });
  expect(await removeLine(officer, asked, NOW)).toMatchObject({ ok: true });
  expect(await removeLine(officer, asked, NOW)).toMatchObject({ refusal: { kind: "notFound" } });
  expect(await rosterRow(id)).toMatchObject({ headcount: 0, verified_count: 0 });
  const { rows } = await database.owner.query(
    "SELECT removed_reason FROM roster_line WHERE roster_id = $1",
    [id],
  );
  expect(rows).toEqual([{ removed_reason: "未到课" }]);
});

test.each(["submitted", "accepted"] as const)(
  "nobody is removed from a %s roster",
  async (state) => {
    const { id, lineIds } = await aRoster({ state });
    const asked = { rosterId: id, lineId: lineIds[0] ?? "", reason: "错" };
    expect(await removeLine(officer, asked, NOW)).toMatchObject({
      refusal: { kind: "wrongState", state },
    });
  },
);

test("[R07] the prefecture may not remove a county's line", async () => {
  const { id, lineIds } = await aRoster();
  const asked = { rosterId: id, lineId: lineIds[0] ?? "", reason: "错" };
  expect(await removeLine(anActor("prefectureSupervisor", "532300"), asked, NOW)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
});
