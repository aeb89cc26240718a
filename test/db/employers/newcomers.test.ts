import { afterAll, beforeAll, expect, test } from "vitest";
import { listParticipants } from "~/data/employers/fair-participants-view.server";
import { listStudents } from "~/data/employers/student-list-view.server";
import { viewStudent } from "~/data/employers/student-view.server";
import { jobFairForm } from "~/domain/employers/job-fair";
import { studentForm } from "~/domain/employers/student";
import { stepForm } from "~/domain/employers/student-step";
import { day } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { addFairParticipants } from "~/usecases/employers/add-participants.server";
import { createFair } from "~/usecases/employers/save-job-fair.server";
import { registerStudent } from "~/usecases/employers/save-student.server";
import { takeStep } from "~/usecases/employers/take-student-step.server";
import { idNumberOf } from "#test/builders/id-card-number";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as support from "./work-support";

const { aPerson, auditor, COUNTY, foreigner, NOW, officer, refusal, TODAY, value } = support;

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

let serial = 0;
/** Somebody who stands in no roster, ledger or registry. */
function newcomer(name: string, change = {}) {
  serial += 1;
  const idCardNumber = idNumberOf(COUNTY, "2002-02-02", serial);
  return { personId: null, countyCode: COUNTY, idCardNumber, name, phone: "", ...change };
}
const schooling = (change: Record<string, string> = {}) =>
  studentForm.parse({
    ...{ schoolName: "上海嘉定职校", districtCode: "310114", major: "汽车维修" },
    ...{ enrolledOn: "2017-09-01", graduatesOn: "2020-06-09", ...change },
  });
const peopleNamed = async (name: string) =>
  (await at.owner.query("SELECT county_code FROM person WHERE name = $1", [name])).rows;

test("[R23] a student whom nobody knows yet is entered with his school, once", async () => {
  const person = newcomer("新学生");
  const id = value(await registerStudent(officer, person, schooling(), NOW));
  expect(await viewStudent(officer, id, day(TODAY))).toMatchObject({
    ...{ name: "新学生", countyCode: COUNTY, maskedId: maskIdCardNumber(person.idCardNumber) },
  });
  const again = await registerStudent(officer, person, schooling(), NOW);
  expect(again).toMatchObject(refusal("duplicate"));
  const elsewhere = schooling({ schoolName: "上海松江职校" });
  expect((await registerStudent(officer, person, elsewhere, NOW)).ok).toBe(true);
  expect(await peopleNamed("新学生")).toEqual([{ county_code: COUNTY }]);
});

test("[R23] a number that is none, another's name, another county's person and whoever may not write are refused and enter nobody", async () => {
  const tried = async (change: object, actor = officer) => {
    const asked = { ...newcomer("拒登者"), ...change };
    const outcome = await registerStudent(actor, asked, schooling(), NOW);
    return outcome.ok ? "done" : outcome.refusal.kind;
  };
  expect(await tried({ idCardNumber: "532323200202020" })).toBe("numberWrong");
  expect(await tried({ name: "张" })).toBe("nameWrong");
  expect(await tried({ phone: "12345" })).toBe("phoneWrong");
  const known = await aPerson(at, "已登记者");
  expect(await tried({ idCardNumber: known.idNumber })).toBe("otherName");
  const stranger = await aPerson(at, "外县人", "530381");
  expect(await tried({ idCardNumber: stranger.idNumber, name: "外县人" })).toBe("otherCounty");
  expect(await tried({}, auditor)).toBe("forbidden");
  expect(await tried({}, foreigner)).toBe("forbidden");
  expect(await peopleNamed("拒登者")).toEqual([]);
});

test("[R23] a visitor of a fair whom nobody knows yet is entered and stands on its list", async () => {
  const fair = { name: "专场招聘会", mode: "ON_SITE", heldOn: "2020-05-20", place: "体育馆" };
  const form = jobFairForm.parse({ ...fair, organiser: "县人社局" });
  const fairId = value(await createFair(officer, COUNTY, form, NOW));
  const person = newcomer("新来客");
  const added = { added: 1, already: 0, problems: [] };
  const add = (one: typeof person, actor = officer) =>
    addFairParticipants(actor, fairId, { newcomer: one }, NOW);
  expect(value(await add(person))).toEqual(added);
  expect(value(await add(person))).toEqual({ ...added, added: 0, already: 1 });
  // The fair's county, whatever the form says.
  expect(value(await add(newcomer("改县者", { countyCode: "530381" })))).toEqual(added);
  expect(await peopleNamed("改县者")).toEqual([{ county_code: COUNTY }]);
  expect(await add(newcomer("张"))).toMatchObject(refusal("nameWrong"));
  expect(await add(newcomer("外来者"), auditor)).toMatchObject(refusal("forbidden"));
  const asked = { fairId, outcome: null, size: 50, cursor: { after: null, before: null } };
  const { rows } = await listParticipants(officer, asked);
  expect(rows.map(({ name }) => name).sort()).toEqual(["改县者", "新来客"].sort());
});

test("[R23] before the first step there is no day of one, and nobody is at school after graduating", async () => {
  const id = value(await registerStudent(officer, newcomer("毕业生"), schooling(), NOW));
  const filter = { county: "", state: null, work: null, school: "", name: "毕业生" };
  const wanted = { size: 50, cursor: { after: null, before: null } };
  const shown = async (on: string) => {
    const [row] = (await listStudents(officer, filter, day(on), wanted)).rows;
    const page = await viewStudent(officer, id, day(on));
    expect([page?.stateWords, page?.lastStepOn]).toEqual([row?.stateWords, row?.lastStepOn]);
    return [row?.stateWords, row?.lastStepOn];
  };
  expect(await shown("2020-06-09")).toEqual(["在读", null]);
  expect(await shown(TODAY)).toEqual(["已毕业，未落实", null]);
  const step = { ...stepForm.parse({ kind: "SEEKING", doneOn: TODAY }), employerId: "" };
  value(await takeStep(officer, { studentId: id, version: 1 }, step, NOW));
  expect(await shown(TODAY)).toEqual(["求职中", TODAY]);
});
