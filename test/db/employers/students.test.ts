import { afterAll, beforeAll, expect, test } from "vitest";
import { listStudents } from "~/data/employers/student-list-view.server";
import { viewStudent } from "~/data/employers/student-view.server";
import { workTodos } from "~/data/employers/work-todos.server";
import { viewTimeline } from "~/data/people/timeline-view.server";
import { studentForm } from "~/domain/employers/student";
import { STEP_KINDS, stepForm } from "~/domain/employers/student-step";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { removeStudent } from "~/usecases/employers/remove-student.server";
import { registerStudent, rewriteStudent } from "~/usecases/employers/save-student.server";
import { takeStep } from "~/usecases/employers/take-student-step.server";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as support from "./work-support";

const { aPerson, auditor, colleague, COUNTY, foreigner, NOW, officer } = support;
const { refusal, TODAY, trailOf, value } = support;

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const form = (change: Record<string, string> = {}) =>
  studentForm.parse({
    ...{ schoolName: "上海嘉定职校", districtCode: "310114", major: "汽车维修" },
    ...{ enrolledOn: "2017-09-01", graduatesOn: "2020-06-30", ...change },
  });
const step = (kind: string, change: Record<string, string> = {}) => ({
  ...stepForm.parse({ kind, doneOn: TODAY, ...change }),
  employerId: change["employerId"] ?? "",
});
async function aStudent(name: string, change = {}) {
  const person = await aPerson(at, name);
  const asked = { personId: person.id };
  const id = value(await registerStudent(officer, asked, form(change), NOW));
  return { id, personId: person.id };
}

test("[R23] a student is registered once at a school, in his own county, by who may", async () => {
  const { id, personId } = await aStudent("学生甲");
  const asked = { personId };
  expect(await registerStudent(officer, asked, form(), NOW)).toMatchObject(refusal("duplicate"));
  expect(await registerStudent(auditor, asked, form(), NOW)).toMatchObject(refusal("forbidden"));
  const stranger = await aPerson(at, "外县学生", "530381");
  const foreign = { personId: stranger.id };
  expect(await registerStudent(officer, foreign, form(), NOW)).toMatchObject(
    refusal("personUnknown"),
  );
  const first = { studentId: id, version: 1 };
  value(await rewriteStudent(officer, first, form({ major: "护理" }), NOW));
  expect(await rewriteStudent(colleague, first, form(), NOW)).toMatchObject(
    refusal("changedByOthers"),
  );
  expect(await rewriteStudent(foreigner, first, form(), NOW)).toMatchObject(refusal("notFound"));
  expect(await viewStudent(foreigner, id, day(TODAY))).toBeNull();
  expect((await viewStudent(officer, id, day(TODAY)))?.major).toBe("护理");
});

test("[R23] steps lead from school to a job, and 就业 needs a placement of that very person", async () => {
  const { id, personId } = await aStudent("学生乙");
  const other = await aPerson(at, "别人");
  const employerId = await buildEmployer(at.owner, { creditCode: null, name: "安亭汽车厂" });
  let version = 0;
  const go = (taken: ReturnType<typeof step>) =>
    takeStep(officer, { studentId: id, version: (version += 1) }, taken, NOW);
  const stay = async (taken: ReturnType<typeof step>) => {
    const answer = await go(taken);
    version -= 1;
    return answer;
  };
  expect(await stay(step("RECOMMENDATION"))).toMatchObject(refusal("noEmployer"));
  expect(value(await go(step("RECOMMENDATION", { employerId })))).toBe("LOOKING");
  expect(await stay(step("SEEKING"))).toMatchObject(refusal("wrongState"));
  expect(await stay(step("CONTACT", { doneOn: "2020-06-11" }))).toMatchObject(refusal("inFuture"));
  expect(await stay(step("CONTACT", { doneOn: "2017-08-31" }))).toMatchObject(
    refusal("beforeSchool"),
  );
  expect(value(await go(step("OFFER", { employerId })))).toBe("OFFERED");
  expect(await stay(step("OFFER_LOST"))).toMatchObject(refusal("noteMissing"));
  const startedOn = "2020-06-01";
  const theirs = await buildPlacement(at.owner, { personId: other.id, employerId, startedOn });
  expect(await stay(step("PLACEMENT"))).toMatchObject(refusal("noPlacement"));
  expect(await stay(step("PLACEMENT", { placementId: theirs }))).toMatchObject(
    refusal("noPlacement"),
  );
  const before = { personId, employerId, startedOn: "2017-08-31", endedOn: "2017-08-31" };
  const early = await buildPlacement(at.owner, before);
  expect(await stay(step("PLACEMENT", { placementId: early }))).toMatchObject(
    refusal("noPlacement"),
  );
  const own = await buildPlacement(at.owner, { personId, employerId, startedOn });
  expect(value(await go(step("PLACEMENT", { placementId: own })))).toBe("PLACED");
  const page = await viewStudent(officer, id, day(TODAY));
  expect(page).toMatchObject({ state: "PLACED", placementId: own, next: ["RESUME"] });
  expect(page?.steps.map(({ kind }) => kind)).toEqual(["PLACEMENT", "OFFER", "RECOMMENDATION"]);
  expect(value(await go(step("RESUME", { note: "离职，电话 13911112222" })))).toBe("LOOKING");
  const again = await viewStudent(officer, id, day(TODAY));
  expect(again?.placementId).toBeNull();
  expect(again?.steps[0]?.note).not.toContain("13911112222");
  const events = await viewTimeline(officer, personId, TODAY);
  expect(events.filter(({ to }) => to === `/students/${id}`).length).toBe(4);
});

test("two editors of one student do not overwrite each other, and nobody else's step is taken", async () => {
  const { id } = await aStudent("学生丙");
  const asked = { studentId: id, version: 1 };
  expect(await takeStep(foreigner, asked, step("CONTACT"), NOW)).toMatchObject(refusal("notFound"));
  expect(await takeStep(auditor, asked, step("CONTACT"), NOW)).toMatchObject(refusal("forbidden"));
  value(await takeStep(officer, asked, step("CONTACT"), NOW));
  expect(await takeStep(colleague, asked, step("CONTACT"), NOW)).toMatchObject(
    refusal("changedByOthers"),
  );
  const removing = { studentId: id, version: 2, reason: "不是本县学生" };
  expect(await removeStudent(officer, { ...removing, reason: "" }, NOW)).toMatchObject(
    refusal("reasonMissing"),
  );
  value(await removeStudent(officer, removing, NOW));
  expect(
    await takeStep(officer, { studentId: id, version: 3 }, step("CONTACT"), NOW),
  ).toMatchObject(refusal("removed"));
  expect(await trailOf(at, id)).toEqual(["student.register", "student.takeStep", "student.remove"]);
  const kept = "SELECT removed_reason FROM vocational_student WHERE id = $1";
  expect((await at.owner.query(kept, [id])).rows).toEqual([{ removed_reason: "不是本县学生" }]);
  await expect(
    at.owner.query("UPDATE vocational_student SET removed_reason = NULL WHERE id = $1", [id]),
  ).rejects.toThrow("vocational_student_removed");
});

test("the database knows the steps of the rules, and no others", async () => {
  const { rows } = await at.owner.query<{ words: string }>(
    "SELECT pg_get_constraintdef(oid) AS words FROM pg_constraint WHERE conname = 'student_step_kind'",
  );
  const words = [...(rows[0]?.words ?? "").matchAll(/'(\w+)'/g)].map(([, word]) => word);
  expect(words).toEqual(STEP_KINDS);
});

test("[R23] the work list and the home page name who graduates within 90 days and who was left alone for more", async () => {
  const soon = await aStudent("将毕业", { graduatesOn: "2020-09-08" });
  const later = await aStudent("还早", { graduatesOn: "2020-09-09" });
  const asked = { studentId: later.id, version: 1 };
  value(await takeStep(officer, asked, step("CONTACT", { doneOn: "2020-03-11" }), NOW));
  const wanted = { size: 50, cursor: { after: null, before: null } };
  const none = { county: "", state: null, school: "", name: "" };
  const listed = async (work: "settle" | "contact", on: string) => {
    const page = await listStudents(officer, { ...none, work }, day(on), wanted);
    return page.rows.map(({ id }) => id);
  };
  expect(await listed("settle", TODAY)).toContain(soon.id);
  expect(await listed("settle", TODAY)).not.toContain(later.id);
  expect(await listed("settle", "2020-06-11")).toContain(later.id);
  // 2020-03-11 is 91 days before 10 June.
  expect(await listed("contact", TODAY)).toEqual([later.id]);
  expect(await listed("contact", "2020-06-09")).toEqual([]);
  const todos = await inTransaction(officer, (tx) => workTodos(tx, officer, TODAY));
  expect(todos.map(({ to }) => to)).toEqual(
    expect.arrayContaining([
      `/students?work=settle&county=${COUNTY}`,
      `/students?work=contact&county=${COUNTY}`,
    ]),
  );
});
