import { afterAll, beforeAll, expect, test } from "vitest";
import { addSessions } from "~/usecases/training/add-sessions.server";
import { cancelSession } from "~/usecases/training/cancel-session.server";
import { changeSession } from "~/usecases/training/change-session.server";
import { completeClass } from "~/usecases/training/complete-class.server";
import { recordAttendance } from "~/usecases/training/record-attendance.server";
import { recordResults } from "~/usecases/training/record-results.server";
import { takeBackCompletion } from "~/usecases/training/take-back-completion.server";
import * as built from "#test/builders/sessions";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aClass, auditor, foreigner, form, NOW, officer, refusal } from "./session-support";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(() => platform.close());

const sealOf = (rosterId: string) =>
  platform.owner.query("UPDATE roster SET state = 'sealed' WHERE id = $1", [rosterId]);

const trailOf = async (classId: string) => {
  const { rows } = await platform.owner.query<{ action: string }>(
    "SELECT action FROM trail_event WHERE subject_id = $1 ORDER BY seq",
    [classId],
  );
  return rows.map(({ action }) => action);
};

test("sessions of a class are added many at once, changed from the version that was shown, and cancelled with a reason", async () => {
  const { classId } = await aClass();
  const ids = await built.addSessions(
    officer,
    classId,
    [{ heldOn: "2020-06-02" }, { heldOn: "2020-06-03" }],
    NOW,
  );
  const [sessionId = ""] = ids;
  expect(ids).toHaveLength(2);
  const change = { classId, sessionId, version: 1, form: form({ startsAt: "9:00" }) };
  expect(await changeSession(officer, change, NOW)).toEqual({ ok: true, value: null });
  expect(await changeSession(officer, change, NOW)).toMatchObject(refusal("changedByOthers"));
  const cancelling = { classId, sessionId, version: 2, reason: " " };
  expect(await cancelSession(officer, cancelling, NOW)).toMatchObject(refusal("reasonMissing"));
  const reason = "教师生病，电话 13911112222";
  expect((await cancelSession(officer, { ...cancelling, reason }, NOW)).ok).toBe(true);
  const { rows } = await platform.owner.query(
    "SELECT starts_at, cancel_reason FROM class_session WHERE id = $1",
    [sessionId],
  );
  expect(rows).toEqual([{ starts_at: 540, cancel_reason: "教师生病，电话 139******22" }]);
  expect(await changeSession(officer, { ...change, version: 3 }, NOW)).toMatchObject(
    refusal("cancelled"),
  );
  expect(await trailOf(classId)).toEqual([
    "class.addSession",
    "class.changeSession",
    "class.cancelSession",
  ]);
});

test("sessions of a class keep their hours once somebody's attendance stands, but not their topic", async () => {
  const { classId } = await aClass();
  const [sessionId = ""] = await built.addSessions(
    officer,
    classId,
    [{ heldOn: "2020-06-02", place: "文化站" }],
    NOW,
  );
  await built.markAttendance(officer, classId, sessionId, NOW);
  const asked = { classId, sessionId, version: 1 };
  expect(
    await changeSession(officer, { ...asked, form: form({ classHours: "3" }) }, NOW),
  ).toMatchObject(refusal("hasAttendance"));
  expect(
    (await changeSession(officer, { ...asked, form: form({ topic: "母婴护理" }) }, NOW)).ok,
  ).toBe(true);
});

test("sessions of a class of another county are not there, and who only reads may not write", async () => {
  const { classId } = await aClass();
  const asked = { classId, sessions: [form()] };
  expect(await addSessions(foreigner, asked, NOW)).toMatchObject(refusal("notFound"));
  expect(await addSessions(auditor, asked, NOW)).toMatchObject(refusal("forbidden"));
  expect(await addSessions(officer, { classId, sessions: [] }, NOW)).toMatchObject(
    refusal("nothing"),
  );
});

test("sessions of a class stand still after the seal, and so do attendance and results", async () => {
  const { id, classId, lineIds } = await aClass();
  const [sessionId = ""] = await built.addSessions(
    officer,
    classId,
    [{ heldOn: "2020-06-02" }],
    NOW,
  );
  await sealOf(id);
  const sealed = { refusal: { kind: "sealed" } };
  const marks = [{ lineId: lineIds[0] ?? "", state: "PRESENT" as const, version: 0 }];
  const where = { classId, sessionId };
  expect(await addSessions(officer, { classId, sessions: [form()] }, NOW)).toMatchObject(sealed);
  expect(await changeSession(officer, { ...where, version: 1, form: form() }, NOW)).toMatchObject(
    sealed,
  );
  expect(await cancelSession(officer, { ...where, version: 1, reason: "雨" }, NOW)).toMatchObject(
    sealed,
  );
  expect(await recordAttendance(officer, { ...where, marks, reason: "" }, NOW)).toMatchObject(
    sealed,
  );
  expect(await recordResults(officer, { classId, rows: [] }, NOW)).toMatchObject(sealed);
  expect(await completeClass(officer, { classId, completedOn: "2020-06-02" }, NOW)).toMatchObject(
    sealed,
  );
  expect(await takeBackCompletion(officer, { classId, reason: "错" }, NOW)).toMatchObject(sealed);
});

async function started(heldOn = "2020-06-10") {
  const roster = await aClass();
  const [sessionId = ""] = await built.addSessions(officer, roster.classId, [{ heldOn }], NOW);
  return { ...roster, sessionId };
}

test("[R20] attendance is nobody's until somebody says so: only the lines that were marked have a state", async () => {
  const { classId, sessionId, lineIds } = await started();
  const [lineId = ""] = lineIds;
  const marks = [{ lineId, state: "LATE" as const, version: 0 }];
  const outcome = await recordAttendance(officer, { classId, sessionId, marks, reason: "" }, NOW);
  expect(outcome).toEqual({ ok: true, value: { recorded: 1, corrected: 0 } });
  const { rows } = await platform.owner.query(
    "SELECT line_id, state FROM attendance WHERE session_id = $1",
    [sessionId],
  );
  expect(rows).toEqual([{ line_id: lineId, state: "LATE" }]);
});

test("attendance is not entered before the session's day: the day itself is the first", async () => {
  const tomorrow = await started("2020-06-11");
  const asked = {
    classId: tomorrow.classId,
    sessionId: tomorrow.sessionId,
    marks: [{ lineId: tomorrow.lineIds[0] ?? "", state: "PRESENT" as const, version: 0 }],
    reason: "",
  };
  expect(await recordAttendance(officer, asked, NOW)).toMatchObject({
    refusal: { kind: "tooEarly", heldOn: "2020-06-11" },
  });
  // 16:00 UTC is midnight in China: the eleventh has begun.
  const midnight = new Date("2020-06-10T16:00:00Z");
  expect((await recordAttendance(officer, asked, midnight)).ok).toBe(true);
});

test("attendance that is corrected needs a reason, keeps what stood first, and refuses a stale form whole", async () => {
  const { classId, sessionId, lineIds } = await started();
  const [first = "", second = ""] = lineIds;
  await built.markAttendance(officer, classId, sessionId, NOW, { 2: "ABSENT" });
  const asked = (state: "ABSENT" | "ON_LEAVE", version: number, reason: string) => ({
    classId,
    sessionId,
    marks: [{ lineId: first, state, version }],
    reason,
  });
  expect(await recordAttendance(officer, asked("ABSENT", 1, ""), NOW)).toMatchObject({
    refusal: { kind: "reasonMissing", lineIds: [first] },
  });
  expect((await recordAttendance(officer, asked("ABSENT", 1, "点错"), NOW)).ok).toBe(true);
  expect((await recordAttendance(officer, asked("ON_LEAVE", 2, "补假条"), NOW)).ok).toBe(true);
  const stale = asked("ABSENT", 2, "再改");
  const both = [...stale.marks, { lineId: second, state: "PRESENT" as const, version: 1 }];
  expect(await recordAttendance(officer, { ...stale, marks: both }, NOW)).toMatchObject({
    refusal: { kind: "changedByOthers", lineIds: [first] },
  });
  const { rows } = await platform.owner.query(
    `SELECT from_state, to_state, reason FROM attendance_correction WHERE session_id = $1
       ORDER BY corrected_at, id`,
    [sessionId],
  );
  expect(rows).toEqual([
    { from_state: "PRESENT", to_state: "ABSENT", reason: "点错" },
    { from_state: "ABSENT", to_state: "ON_LEAVE", reason: "补假条" },
  ]);
  expect(await trailOf(classId)).toEqual([
    "class.addSession",
    "class.attendance",
    "class.correctAttendance",
    "class.correctAttendance",
  ]);
});

test("attendance of somebody who is not on this roster is not taken", async () => {
  const { classId, sessionId } = await started();
  const other = await aClass(["外班学员"]);
  const marks = [{ lineId: other.lineIds[0] ?? "", state: "PRESENT" as const, version: 0 }];
  expect(
    await recordAttendance(officer, { classId, sessionId, marks, reason: "" }, NOW),
  ).toMatchObject(refusal("nothing"));
});
