import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewAttendanceGrid } from "~/data/training/attendance-grid-view.server";
import { viewCompletion } from "~/data/training/completion-view.server";
import { viewTimetable } from "~/data/training/session-list-view.server";
import { maskIdCardNumber, maskPhone } from "~/domain/shared/masking";
import type { ClassFormId } from "~/domain/training/layouts/form-layout";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { makeClassForm } from "~/usecases/training/make-class-form.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster, type BuiltRoster } from "#test/builders/roster";
import { addSessions, completeClass, markAttendance } from "#test/builders/sessions";
import { readRows } from "#test/support/read-workbook";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const FOREIGN = "530381";
const officer = anActor("caseOfficer", COUNTY);
const finance = anActor("finance", COUNTY);
const station = anActor("labourStationOfficer", COUNTY);
const foreigner = anActor("caseOfficer", FOREIGN);
const NOW = new Date("2020-06-10T02:00:00Z");
const ID = idNumberOf(COUNTY, "1990-01-01", 1);
const PHONE = "13911110000";
const LONG = "农村劳动力转移就业家政服务员母婴护理方向职业技能提升行动专题培训班";

let platform: TestPlatform;
let main: BuiltRoster;
let sessionIds: readonly string[];
let where: { readonly id: string; readonly startsOn: string; readonly endsOn: string };

/** A class of three, the first of whom also sits in a class of another county at the same hour. */
beforeAll(async () => {
  platform = await openTestPlatform();
  const names = ["沙马阿依", "吉克尔布", "阿余曲者"];
  const trainees = names.map((name, at) => ({
    ...{ name, phone: PHONE },
    idCardNumber: idNumberOf(COUNTY, "1990-01-01", at + 1),
  }));
  const build = (actor: typeof officer, countyCode: string, of: typeof trainees, name?: string) =>
    inTransaction(actor, (tx) =>
      buildRoster(tx, {
        ...{ countyCode, createdBy: actor.userId, trainees: of },
        ...(name !== undefined && { name }),
      }),
    );
  main = await build(officer, COUNTY, trainees, LONG);
  const own = await build(officer, COUNTY, trainees.slice(1, 2), "电工");
  const foreign = await build(foreigner, FOREIGN, [
    { name: "别名", phone: PHONE, idCardNumber: idNumberOf(FOREIGN, "1991-01-01", 9) },
  ]);
  // The same person registered elsewhere: past the walls, as two counties' imports would leave it.
  await platform.owner.query(
    "UPDATE roster_line l SET id_index = o.id_index FROM roster_line o WHERE l.id = $1 AND o.id = $2",
    [foreign.lineIds[0], main.lineIds[0]],
  );
  sessionIds = await addSessions(
    officer,
    main.classId,
    [
      { heldOn: "2020-06-08" },
      { heldOn: "2020-06-08", startsAt: "14:30", endsAt: "17:30" },
      { heldOn: "2020-06-09" },
    ],
    NOW,
  );
  const other = { heldOn: "2020-06-09", startsAt: "11:00", endsAt: "12:00", place: "职校" };
  await addSessions(officer, own.classId, [other], NOW);
  await addSessions(foreigner, foreign.classId, [{ ...other, teacher: "普老师" }], NOW);
  where = { id: main.classId, startsOn: "2020-06-01", endsOn: "2020-06-08" };
  await markAttendance(officer, main.classId, sessionIds[0] ?? "", NOW, { 2: "ON_LEAVE" });
  await markAttendance(officer, main.classId, sessionIds[1] ?? "", NOW, { 2: "LATE" });
}, 60_000);
afterAll(() => platform.close());

const make = (
  form: ClassFormId,
  change: Partial<Parameters<typeof makeClassForm>[1]> = {},
  actor = officer,
) =>
  makeClassForm(
    actor,
    { classId: main.classId, form, medium: "print", which: "", purpose: "归档", ...change },
    NOW,
  );

async function made(...asked: Parameters<typeof make>) {
  const outcome = await make(...asked);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.kind}`);
  return outcome.value;
}

describe("the timetable's findings", () => {
  test("name the trainee who sits elsewhere, another county's class by its hours alone", async () => {
    const { trainees, teachers, own } = await viewTimetable(officer, where);
    expect(trainees.map(({ name, className }) => [name, className])).toEqual(
      expect.arrayContaining([
        ["沙马阿依", null],
        ["吉克尔布", expect.stringContaining("电工")],
      ]),
    );
    expect(trainees).toHaveLength(2);
    expect(teachers).toMatchObject([{ teacher: "普老师", place: "职校", startsAt: 660 }]);
    expect(own).toEqual([{ kind: "outsideClass", sessionId: sessionIds[2] }]);
  });

  test("count marks of the standing lines, session by session", async () => {
    const { sessions, totalHours } = await viewTimetable(officer, where);
    expect(totalHours).toBe(12);
    expect(sessions.map(({ marked, present }) => [marked, present])).toEqual([
      [3, 2],
      [3, 3],
      [0, 0],
    ]);
  });
});

describe("attendance sums", () => {
  test("are due for sessions whose day has come, in the grid and beside the results", async () => {
    const roster = { classId: main.classId, rosterId: main.id };
    const grid = await viewAttendanceGrid(officer, roster, "2020-06-08");
    expect([grid.sessions.length, grid.upcoming]).toEqual([2, 1]);
    expect(grid.rows[1]).toMatchObject({ states: ["ON_LEAVE", "LATE"] });
    const { rows, state } = await viewCompletion(officer, roster, "2020-06-09");
    expect(rows[1]?.sum).toMatchObject({ dueHours: 12, attendedHours: 4, unmarked: 1 });
    expect(state).toMatchObject({ headcount: 3, withoutResult: [1, 2, 3] });
  });
});

test("[R20] official forms of attendance stand on what was entered: a session without a word counts for nobody", async () => {
  const { form } = await made("attendance-summary");
  expect(form.rows[1]?.texts).toMatchObject({
    ...{ number: "2", name: "吉克尔布", dueHours: "12", attendedHours: "4", share: "33%" },
    ...{ PRESENT: "0", LATE: "1", ON_LEAVE: "1", unmarked: "1" },
  });
});

test("official forms for signing have an empty cell for each session of the day, and no number", async () => {
  const day = (await made("sign-in", { which: "2020-06-08" })).form;
  const headers = day.layout.columns.map(({ header }) => header);
  expect(headers).toEqual([
    ...["序号", "姓名", "性别", "签到（08:30–11:30）", "签到（14:30–17:30）", "备注"],
  ]);
  expect(day.rows[0]?.texts).toEqual({ number: "1", name: "沙马阿依", sex: expect.any(String) });
  expect(day.headParts).toContain("上课日期：2020-06-08 周一");
  const one = (await made("sign-in", { which: sessionIds[2] ?? "" })).form;
  expect(one.layout.columns).toHaveLength(5);
  expect(await make("sign-in", { which: "2020-06-07" })).toMatchObject({
    refusal: { kind: "whichMissing" },
  });
});

test("official forms of the timetable hold no trainee, so every reader of the class may have one", async () => {
  const { form } = await made("timetable", {}, station);
  expect(form.rows.map(({ texts }) => texts["day"])).toEqual([
    ...["2020-06-08 周一", "2020-06-08 周一", "2020-06-09 周二"],
  ]);
  expect(await make("sign-in", { which: "2020-06-08" }, station)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
});

test("[R02] official forms at completion carry number, phone, result and certificate; masked for who may not see numbers", async () => {
  await markAttendance(officer, main.classId, sessionIds[2] ?? "", NOW);
  const certificate = { kind: "TRAINING" as const, prefix: "牟培2020", issuedOn: "2020-06-10" };
  const results = { 3: "DROPPED_OUT" as const };
  const completion = { completedOn: "2020-06-09", certificate, results };
  await completeClass(officer, main.classId, completion, NOW);
  const [first, , third] = (await made("completion-roster")).form.rows;
  expect(first?.texts).toMatchObject({
    ...{ idCardNumber: ID, phone: PHONE, result: "合格", certificateKind: "培训合格证书" },
    ...{ certificateNo: "牟培2020001", issuedOn: "2020-06-10" },
  });
  expect(third?.texts).toMatchObject({ result: "中途退出", certificateNo: "", issuedOn: "" });
  const masked = (await made("completion-roster", {}, finance)).form.rows[0]?.texts;
  expect(masked).toMatchObject({ idCardNumber: maskIdCardNumber(ID), phone: maskPhone(PHONE) });
  expect(await make("completion-roster", { purpose: " " })).toMatchObject({
    refusal: { kind: "purposeMissing" },
  });
  expect(await make("completion-roster", { medium: "file" }, finance)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect(await make("completion-roster", {}, foreigner)).toMatchObject({
    refusal: { kind: "notFound" },
  });
});

test("official forms say the same as a workbook, and leave who made them for what in the trail", async () => {
  const { bytes, fileName, form, copyNo } = await made("completion-roster", { medium: "file" });
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  const texts = (await readRows(Buffer.concat(chunks), fileName)).map((row) => row.texts);
  expect(texts[0]?.[0]).toBe(form.heading);
  expect(texts[1]?.[0]).toContain(LONG);
  expect(texts[2]).toEqual(form.layout.columns.map(({ header }) => header));
  expect(texts[3]).toEqual(form.layout.columns.map(({ key }) => form.rows[0]?.texts[key] ?? ""));
  const { rows } = await platform.owner.query<{ detail: unknown }>(
    "SELECT detail::json AS detail FROM trail_event WHERE action = 'class.exportForm'",
  );
  expect(rows).toMatchObject([{ detail: { purpose: "归档", numbers: "full", rows: 3, copyNo } }]);
  expect(JSON.stringify(rows)).not.toContain(ID);
});
