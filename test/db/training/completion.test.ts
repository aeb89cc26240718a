import { afterAll, beforeAll, expect, test } from "vitest";
import { resultForm } from "~/domain/training/completion";
import { addSessions } from "~/usecases/training/add-sessions.server";
import { cancelSession } from "~/usecases/training/cancel-session.server";
import { completeClass } from "~/usecases/training/complete-class.server";
import { recordResults } from "~/usecases/training/record-results.server";
import { takeBackCompletion } from "~/usecases/training/take-back-completion.server";
import { idNumberOf } from "#test/builders/id-card-number";
import * as built from "#test/builders/sessions";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aClass, auditor, form, NOW, officer, refusal } from "./session-support";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(() => platform.close());

const row = (lineId: string, change: object = {}) =>
  resultForm.parse({
    ...{ lineId, version: 0, result: "PASSED", certificateKind: "TRAINING" },
    ...{ certificateNo: "", issuedOn: "", ...change },
  });

test("completion waits for attendance of every session and a result of every trainee", async () => {
  const { classId, lineIds } = await aClass();
  const sessions = [{ heldOn: "2020-06-02" }, { heldOn: "2020-06-09" }];
  const [first = "", second = ""] = await built.addSessions(officer, classId, sessions, NOW);
  await built.markAttendance(officer, classId, first, NOW);
  await recordResults(officer, { classId, rows: [row(lineIds[0] ?? "")] }, NOW);
  expect(await completeClass(officer, { classId, completedOn: "2020-06-08" }, NOW)).toMatchObject({
    refusal: {
      kind: "blocked",
      blockers: [
        { kind: "beforeLastSession", lastOn: "2020-06-09" },
        { kind: "resultsMissing", lineNos: [2, 3] },
        { kind: "attendanceMissing", sessions: 1, marks: 3 },
      ],
    },
  });
  await cancelSession(officer, { classId, sessionId: second, version: 1, reason: "雨天停课" }, NOW);
  await recordResults(officer, { classId, rows: lineIds.slice(1).map((id) => row(id)) }, NOW);
  expect(await completeClass(officer, { classId, completedOn: "2020-06-08" }, NOW)).toEqual({
    ok: true,
    value: { headcount: 3 },
  });
});

test("completion is taken back with a reason, and until then nothing of the class changes", async () => {
  const { classId, lineIds } = await aClass();
  const [sessionId = ""] = await built.addSessions(
    officer,
    classId,
    [{ heldOn: "2020-06-02" }],
    NOW,
  );
  await built.markAttendance(officer, classId, sessionId, NOW);
  const certificate = {
    kind: "TRAINING" as const,
    prefix: "K-",
    issuedOn: "2020-06-09",
  };
  await built.completeClass(officer, classId, { completedOn: "2020-06-09", certificate }, NOW);
  expect(await addSessions(officer, { classId, sessions: [form()] }, NOW)).toMatchObject({
    refusal: { kind: "completed", completedOn: "2020-06-09" },
  });
  expect(await takeBackCompletion(officer, { classId, reason: "" }, NOW)).toMatchObject(
    refusal("reasonMissing"),
  );
  expect(await takeBackCompletion(auditor, { classId, reason: "错" }, NOW)).toMatchObject(
    refusal("forbidden"),
  );
  expect((await takeBackCompletion(officer, { classId, reason: "漏登一人" }, NOW)).ok).toBe(true);
  expect(await takeBackCompletion(officer, { classId, reason: "再撤" }, NOW)).toMatchObject(
    refusal("notCompleted"),
  );
  const change = row(lineIds[0] ?? "", { version: 1, result: "FAILED", certificateKind: "" });
  expect(await recordResults(officer, { classId, rows: [change] }, NOW)).toEqual({
    ok: true,
    value: { saved: 1 },
  });
  expect(await recordResults(officer, { classId, rows: [change] }, NOW)).toMatchObject(
    refusal("nothing"),
  );
});

test("completion one certificate belongs to one trainee, and none is issued tomorrow", async () => {
  const { classId, lineIds } = await aClass();
  const [first = "", second = ""] = lineIds;
  const twice = [first, second].map((id) => row(id, { certificateNo: "Y20200001" }));
  const outcome = await recordResults(officer, { classId, rows: twice }, NOW);
  expect(outcome).toMatchObject(refusal("sharedCertificate"));
  if (outcome.ok || outcome.refusal.kind !== "sharedCertificate") throw new Error("not refused");
  expect([...outcome.refusal.shared]).toEqual([
    [first, [second]],
    [second, [first]],
  ]);
  const tomorrow = row(first, { certificateNo: "Y1", issuedOn: "2020-06-11" });
  expect(await recordResults(officer, { classId, rows: [tomorrow] }, NOW)).toMatchObject({
    refusal: { kind: "issuedInFuture", lineIds: [first] },
  });
  const today = row(first, { certificateNo: "Y1", issuedOn: "2020-06-10" });
  expect((await recordResults(officer, { classId, rows: [today] }, NOW)).ok).toBe(true);
  expect(
    await recordResults(officer, { classId, rows: [{ ...today, result: "FAILED" }] }, NOW),
  ).toMatchObject({ refusal: { kind: "changedByOthers", lineIds: [first] } });
});

test("a certificate whose number is the ID number stands in no trail in full", async () => {
  const { classId, lineIds } = await aClass();
  const number = idNumberOf("532323", "1990-01-01", 7);
  const first = row(lineIds[0] ?? "", { certificateNo: number });
  expect(await recordResults(officer, { classId, rows: [first] }, NOW)).toMatchObject({ ok: true });
  const second = row(lineIds[0] ?? "", { version: 1, certificateNo: "Y1" });
  expect(await recordResults(officer, { classId, rows: [second] }, NOW)).toMatchObject({
    ok: true,
  });
  const { rows } = await platform.owner.query<{ detail: string }>(
    "SELECT detail FROM trail_event WHERE action = 'class.results' AND subject_id = $1",
    [classId],
  );
  expect(rows).toHaveLength(2);
  for (const { detail } of rows) {
    expect(detail).toContain(`${number.slice(0, 3)}*`);
    expect(detail).not.toContain(number);
  }
});
