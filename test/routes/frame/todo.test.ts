import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "~/domain/access/role";
import type { RosterState } from "~/domain/rosters/roster";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { saveAmendment } from "~/data/evidence/amendment-store.server";
import { approveFiling } from "~/usecases/training/approve-filing.server";
import { reviewPlan } from "~/usecases/training/review-plan.server";
import { submitFiling } from "~/usecases/training/submit-filing.server";
import { submitPlan } from "~/usecases/training/submit-plan.server";
import { loadFrame } from "~/routes/frame/load-frame.server";
import * as home from "~/routes/home/home";
import { anActor } from "#test/builders/actor";
import { approvedPlan, aProvider, draftPlan, filedClass, findingIds } from "#test/builders/filing";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import { aClassReadyToSeal } from "#test/builders/sealed-class";
import { addSessions } from "#test/builders/sessions";
import { recordedSupervision } from "#test/builders/supervision";
import { checkedImport, newClass, received } from "#test/db/rosters/support";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const MOUDING = "532323";
const WUDING = "532329";

let at: TestPlatform;
let officer: Visitor;
let reviewer: Visitor;
let serial = 0;

beforeAll(async () => {
  at = await openTestPlatform();
  officer = await aVisitor("caseOfficer", MOUDING);
  reviewer = await aVisitor("reviewer", MOUDING);
  await rosterIn(MOUDING, "draft", officer);
  await rosterIn(MOUDING, "draft", officer, 0);
  await rosterIn(MOUDING, "returned", officer);
  await rosterIn(MOUDING, "submitted", officer);
  await rosterIn(MOUDING, "submitted", reviewer);
  await rosterIn(MOUDING, "accepted", officer);
  await rosterIn(WUDING, "submitted", officer);
  await rosterIn(WUDING, "draft", officer);
});
afterAll(() => at.close());

function rosterIn(countyCode: string, state: RosterState, by: Visitor, people = 1) {
  const trainees = Array.from({ length: people }, () => ({
    name: "李开翠",
    idCardNumber: idNumberOf(countyCode, "1990-01-01", (serial += 1)),
  }));
  const one = { countyCode, createdBy: by.userId, submittedBy: by.userId, state, trainees };
  return inTransaction(anActor("caseOfficer", countyCode), (tx) => buildRoster(tx, one));
}

async function todosOf({ cookie }: Visitor) {
  const request = () => new Request("http://127.0.0.1:3000/", { headers: { Cookie: cookie } });
  const context = { cspNonce: "" };
  const { todos } = await home.loader({ request: request(), params: {}, context });
  const { todoCount } = await loadFrame(request(), context);
  return { ...todos, onFrame: todoCount };
}

test("the officer has to submit and to mend; the number on the frame is the list's", async () => {
  const { rows, total, onFrame } = await todosOf(officer);
  expect(rows.map(({ what }) => what.split("：")[0])).toEqual(["修改被退回的花名册", "报送花名册"]);
  expect([total, onFrame]).toEqual([2, 2]);
  const page = await visit(home, "/", "/", officer);
  expect(page.html).toContain("待办（2）");
});

test("[R07] the reviewer is asked for others' rosters, not for what he submitted himself", async () => {
  const { rows, total, onFrame } = await todosOf(reviewer);
  expect(rows.map(({ what }) => what.split("：")[0])).toEqual(["审核花名册"]);
  expect([total, onFrame]).toEqual([1, 1]);
});

test.each<[Role, string, number]>([
  ["prefectureSupervisor", "532300", 3],
  ["auditor", MOUDING, 0],
  ["systemAdministrator", "530000", 0],
])("%s in %s: %d", async (role, region, expected) => {
  const { rows, total, onFrame } = await todosOf(await aVisitor(role, region));
  expect([rows.length, total, onFrame]).toEqual([expected, expected, expected]);
});

test("a file of one's own that cannot be read waits for oneself alone", async () => {
  const uploader = await aVisitor("caseOfficer", MOUDING);
  const actor = { ...anActor("caseOfficer", MOUDING), userId: uploader.userId };
  const classId = await newClass(actor, MOUDING);
  await checkedImport(actor, classId, await received(Buffer.from("说明"), "说明.csv"));
  const own = await todosOf(uploader);
  expect(own.rows[0]).toMatchObject({ what: "处理不能读取的文件：说明.csv", countyName: "牟定县" });
  expect([own.total, own.onFrame]).toEqual([3, 3]);
  expect((await todosOf(officer)).total).toBe(2);
});

test("more than the page lists are counted all the same", async () => {
  const busy = await aVisitor("caseOfficer", "532324");
  for (let n = 0; n < 51; n += 1) await rosterIn("532324", "draft", busy);
  const { rows, total, onFrame } = await todosOf(busy);
  expect([rows.length, total, onFrame]).toEqual([50, 51, 51]);
  const page = await visit(home, "/", "/", busy);
  expect(page.html).toContain("先列出 50 件");
});

test("[R02] a completed class waits for its evidence, and its accepted roster for the seal", async () => {
  const county = "532325";
  const clerk = await aVisitor("caseOfficer", county);
  const sealer = await aVisitor("reviewer", county);
  const open = { countyCode: county, createdBy: clerk.userId, submittedBy: clerk.userId };
  const ready = await aClassReadyToSeal(open);
  await rosterIn(county, "accepted", clerk);
  expect((await todosOf(clerk)).rows).toEqual([
    expect.objectContaining({ to: `/classes/${ready.classId}/evidence` }),
  ]);
  const { rows, total, onFrame } = await todosOf(sealer);
  expect(rows.map(({ to }) => to)).toEqual([`/rosters/${ready.id}/seal`]);
  expect([total, onFrame]).toEqual([1, 1]);
});

test("[R25] plans and filings wait for the reviewer, and come back to the officer when returned", async () => {
  const county = "532331";
  const [writer, decider] = [
    await aVisitor("caseOfficer", county),
    await aVisitor("reviewer", county),
  ];
  const filers = {
    officer: { ...anActor("caseOfficer", county), userId: writer.userId },
    reviewer: { ...anActor("reviewer", county), userId: decider.userId },
  };
  const now = new Date("2020-05-06T02:00:00Z");
  const planId = await draftPlan(filers.officer, county, now);
  const providerId = await aProvider(filers.officer, county, now);
  const classId = await filedClass(filers.officer, { countyCode: county, planId, providerId }, now);
  expect((await todosOf(writer)).total).toBe(0);
  await submitPlan(filers.officer, { planId, version: 1 }, now);
  await submitFiling(filers.officer, { classId, version: 2 }, now);
  const asked = await todosOf(decider);
  expect(asked.rows.map(({ what }) => what.split("：")[0])).toEqual([
    "审批年度培训计划",
    "审批开班备案",
  ]);
  expect([asked.total, asked.onFrame, (await todosOf(writer)).total]).toEqual([2, 2, 0]);
  await reviewPlan(
    filers.reviewer,
    { planId, version: 2 },
    { kind: "return", reason: "缺时间节点" },
    now,
  );
  expect((await todosOf(writer)).rows.map(({ to }) => to)).toEqual([`/plans/${planId}`]);
});

test("[R03] a class that has begun waits for either party until it has looked; never for its officer", async () => {
  const county = "532326";
  const [writer, decider, seconded] = [
    await aVisitor("caseOfficer", county),
    await aVisitor("reviewer", county),
    await aVisitor("secondedOfficial", county),
  ];
  const actorOf = (role: Role, { userId }: Visitor) => ({ ...anActor(role, county), userId });
  const filers = {
    officer: actorOf("caseOfficer", writer),
    reviewer: actorOf("reviewer", decider),
  };
  const now = new Date("2020-05-06T02:00:00Z");
  const planId = await approvedPlan(filers, county, now);
  const providerId = await aProvider(filers.officer, county, now);
  const classId = await filedClass(filers.officer, { countyCode: county, planId, providerId }, now);
  await submitFiling(filers.officer, { classId, version: 2 }, now);
  const seen = await findingIds(filers.reviewer, classId, now);
  await approveFiling(filers.reviewer, { classId, version: 3, seen }, now);
  const own = { to: `/classes/${classId}/supervision`, detail: "已开班，还没有援滇干部的监督记录" };
  expect((await todosOf(seconded)).rows).toEqual([expect.objectContaining(own)]);
  expect((await todosOf(decider)).rows.map(({ to }) => to)).toEqual([own.to]);
  expect((await todosOf(writer)).total).toBe(0);
  const [sessionId = ""] = await addSessions(
    filers.officer,
    classId,
    [{ heldOn: "2020-06-03" }],
    now,
  );
  const onSite = { way: "onSite", sessionId, headcountSeen: "0", sampled: "" };
  const signed = await recordedSupervision(actorOf("secondedOfficial", seconded), classId, onSite);
  expect(signed).toMatchObject({ ok: true });
  const { total, onFrame } = await todosOf(seconded);
  expect([total, onFrame, (await todosOf(decider)).total]).toEqual([0, 0, 1]);
});

test("[R06] a change after the seal waits for a second person, not for who proposed it", async () => {
  const county = "532327";
  const clerk = await aVisitor("caseOfficer", county);
  const [sealer, second] = [await aVisitor("reviewer", county), await aVisitor("reviewer", county)];
  const ready = await aClassReadyToSeal({ countyCode: county, createdBy: clerk.userId });
  const proposal = {
    ...{ countyCode: county, subject: "NAME" as const, before: "甲", after: "乙", reason: "笔误" },
    ...{ rosterId: ready.id, lineId: ready.lineIds[0] ?? "", proposedByName: "审核人" },
    ...{ proposedBy: sealer.userId, proposedAt: new Date("2020-06-20T02:00:00Z") },
  };
  await inTransaction(anActor("caseOfficer", county), (tx) => saveAmendment(tx, proposal));
  const changes = async (one: Visitor) =>
    (await todosOf(one)).rows.map(({ to }) => to).filter((to) => to.includes("amendments"));
  expect(await changes(second)).toEqual([`/rosters/${ready.id}/amendments/1`]);
  expect(await changes(sealer)).toEqual([]);
  expect(await changes(clerk)).toEqual([]);
});
