import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewAppointmentHead } from "~/data/posts/appointment-head-view.server";
import { viewAppointment } from "~/data/posts/appointment-view.server";
import { listQuotas } from "~/data/posts/quota-list-view.server";
import { viewFlaggedShare } from "~/data/posts/flagged-share-view.server";
import { viewQuota } from "~/data/posts/quota-view.server";
import { accountForm, leavingForm } from "~/domain/posts/appointment";
import { day } from "~/domain/shared/calendar-date";
import { leavePost, returnToPost } from "~/usecases/posts/leave-post.server";
import { recordAccount } from "~/usecases/posts/record-account.server";
import { removeAppointment } from "~/usecases/posts/remove-appointment.server";
import { revealAccount } from "~/usecases/posts/reveal-account.server";
import { newId } from "~/platform/id.server";
import { anActor } from "#test/builders/actor";
import { buildAccount, buildAttendance, buildQuota } from "#test/builders/post";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import {
  aConfirmed,
  aVillager,
  COUNTY,
  FOREIGN,
  foreigner,
  loadVillagers,
  NOW,
  officer,
  propose,
  reviewer,
  rowOf,
  told,
  trailOf,
} from "./appointment-support";

let at: TestPlatform;
let quotaId: string;
beforeAll(async () => {
  at = await openTestPlatform();
  await loadVillagers();
  quotaId = await buildQuota(at.owner, { posts: 100 });
});
afterAll(() => at.close());

const TODAY = day("2020-07-01");
const NUMBER = "6217003860012344321";

async function asked(id: string) {
  return { appointmentId: id, version: Number((await rowOf(at, id))["version"]) };
}
const leave = async (id: string, leftOn: string) => {
  const form = leavingForm.parse({ leftOn, reason: "FOUND_JOB" });
  return told(await leavePost(officer, await asked(id), form, NOW));
};
async function marksOf(id: string) {
  const { rows } = await at.owner.query<{ marks: string; worked: number }>(
    `SELECT marks, worked_days AS worked FROM post_attendance WHERE appointment_id = $1 ORDER BY month`,
    [id],
  );
  return rows;
}
/** A line of the month's wages on a sheet of its own in this state. */
async function aWage(id: string, month: string, state: string) {
  const sheetId = newId();
  await at.owner.query(
    `INSERT INTO wage_sheet (id, county_code, month, number, title, state, created_by, created_by_name,
       created_at, updated_at)
     VALUES ($1, $2, $3, (SELECT count(*) + 1 FROM wage_sheet), '工资表', 'draft', $1, '甲', now(), now())`,
    [sheetId, COUNTY, month],
  );
  await at.owner.query(
    `INSERT INTO wage_line (id, sheet_id, county_code, appointment_id, person_id, month, line_no, name,
       rate_fen, month_days, term_days, worked_days, leave_days, absent_days, due_fen, pay_fen)
     SELECT gen_random_uuid(), $1, county_code, id, person_id, $3, 1, name, monthly_rate_fen, 30, 30, 30, 0, 0,
       monthly_rate_fen, monthly_rate_fen FROM post_appointment WHERE id = $2`,
    [sheetId, id, month],
  );
  const submitted = "submitted_by = id, submitted_at = now()";
  await at.owner.query(`UPDATE wage_sheet SET state = $2, ${submitted} WHERE id = $1`, [
    ...[sheetId, state],
  ]);
}

describe("[R12] leaving early", () => {
  test("makes the days after it no days of the post, and a successor can follow from the next day", async () => {
    const one = await buildQuota(at.owner, { posts: 1 });
    const { id } = await aConfirmed(at, one);
    await buildAttendance(at.owner, id, "2020-05-01", `${"P".repeat(20)}${"A".repeat(11)}`);
    await buildAttendance(at.owner, id, "2020-06-01", "A".repeat(30));
    // Who worked on a day has not left before it.
    expect(await leave(id, "2020-05-19")).toBe("workedAfter");
    expect(await leave(id, "2020-05-20")).toBe("done");
    expect(await marksOf(id)).toEqual([
      { marks: "P".repeat(20) + "-".repeat(11), worked: 20 },
      { marks: "-".repeat(30), worked: 0 },
    ]);
    const next = await aVillager(at);
    const days = { endsOn: "2020-09-30", replacesId: id };
    const early = await propose(next, one, { ...days, startsOn: "2020-05-20" });
    expect(told(early)).toBe("replacesTooEarly");
    const after = value(await propose(next, one, { ...days, startsOn: "2020-05-21" }));
    const second = await propose(await aVillager(at), quotaId, { ...days, startsOn: "2020-05-21" });
    expect(told(second)).toBe("replacedAlready");
    expect(await rowOf(at, after)).toMatchObject({ replaces_id: id });
    const back = await returnToPost(officer, { ...(await asked(id)), reason: "登记错人" }, NOW);
    expect(told(back)).toBe("quota-full");
  });

  test("is refused outside the term, before it happened, twice, and for the proposed", async () => {
    const { id } = await aConfirmed(at, quotaId, { endsOn: "2020-06-30" });
    expect(await leave(id, "2020-03-31")).toBe("outsideTerm");
    expect(await leave(id, "2020-06-30")).toBe("outsideTerm");
    const running = await aConfirmed(at, quotaId);
    expect(await leave(running.id, "2020-07-02")).toBe("notYet");
    expect(await leave(running.id, "2020-07-01")).toBe("done");
    expect(await leave(running.id, "2020-06-29")).toBe("hasLeft");
    const proposed = value(await propose(await aVillager(at), quotaId));
    expect(await leave(proposed, "2020-05-01")).toBe("proposed");
  });
});

test("[R12] an exit taken back gives the days back as they were, and opens those never entered", async () => {
  const { id } = await aConfirmed(at, quotaId);
  await buildAttendance(at.owner, id, "2020-06-01", `${"P".repeat(28)}A?`);
  expect(await leave(id, "2020-06-28")).toBe("done");
  expect((await marksOf(id))[0]?.marks).toBe(`${"P".repeat(28)}--`);
  const reason = { ...(await asked(id)), reason: "登记错人" };
  expect(told(await returnToPost(officer, reason, NOW))).toBe("done");
  expect(await marksOf(id)).toEqual([{ marks: `${"P".repeat(28)}A?`, worked: 28 }]);
});

test("[R12] an appointment is taken back while no wages of it stand on a sheet", async () => {
  const { id, person } = await aConfirmed(at, quotaId);
  await aWage(id, "2020-05-01", "draft");
  const removal = { ...(await asked(id)), reason: "登记错人" };
  // What a reviewer has confirmed the officer does not undo.
  expect(told(await removeAppointment(officer, removal, NOW))).toBe("forbidden");
  expect(told(await removeAppointment(reviewer, removal, NOW))).toBe("wagesStand");
  await at.owner.query(
    "UPDATE wage_line SET removed_at = now(), removed_reason = '移出' WHERE appointment_id = $1",
    [id],
  );
  expect(told(await removeAppointment(foreigner, removal, NOW))).toBe("notFound");
  expect(told(await removeAppointment(reviewer, removal, NOW))).toBe("done");
  expect(told(await propose(person, quotaId))).toBe("done");
});

describe("[R17] the account is the person's own", () => {
  const typed = { bankName: "农村信用社", account: NUMBER, again: NUMBER };

  test("typed twice alike, shown masked, opened with a trail; another's name and another's account are pointed out", async () => {
    expect(
      accountForm.safeParse({ ...typed, holderName: "张三", again: "1".repeat(19) }).success,
    ).toBe(false);
    const { id } = await aConfirmed(at, quotaId);
    const other = await aVillager(at);
    await buildAccount({ ...other, countyCode: COUNTY }, NUMBER);
    await at.owner.query("UPDATE payee_account SET county_code = $2 WHERE person_id = $1", [
      ...[other.personId, FOREIGN],
    ]);
    const form = accountForm.parse({ ...typed, holderName: "别人" });
    expect(told(await recordAccount(officer, await asked(id), form, NOW))).toBe("done");
    const head = await viewAppointmentHead(officer, id, TODAY);
    if (head === null) throw new Error("no head");
    const page = await viewAppointment(officer, head);
    expect(page.account).toMatchObject({ masked: "6217 **** 4321", isOthers: true, sharedWith: 1 });
    expect(JSON.stringify(page)).not.toContain(NUMBER);
    const reveal = async (reason: string, actor = officer) =>
      told(await revealAccount(actor, id, reason, NOW));
    expect(await reveal(" ")).toBe("noReason");
    expect(await reveal("核对", anActor("prefectureSupervisor", "532300"))).toBe("forbidden");
    expect(await revealAccount(officer, id, "核对退票", NOW)).toMatchObject({
      value: { account: NUMBER },
    });
    const trail = await trailOf(at, id);
    expect(trail[0]?.action).toBe("payee.reveal");
    expect(JSON.stringify(trail)).not.toContain(NUMBER);
  });

  test("a district officer is told neither the account nor the pay nor findings", async () => {
    const { id, person } = await aConfirmed(at, quotaId);
    await buildAccount({ ...person, countyCode: COUNTY }, "6228480402564890018");
    await aWage(id, "2020-05-01", "draft");
    const assistant = {
      ...anActor("districtOfficer", "310104"),
      counties: [COUNTY],
      pairedCounties: [{ district: "310104", county: COUNTY, from: "2020-01-01", to: null }],
    };
    const head = await viewAppointmentHead(assistant, id, TODAY);
    if (head === null) throw new Error("no head");
    const page = await viewAppointment(assistant, head);
    expect([head.tabs, page.account, page.findings]).toEqual([["overview"], null, []]);
    expect([page.filed, page.history]).toEqual([null, []]);
    expect(page.months.map(({ month, wage }) => [month.slice(0, 7), wage?.payFen ?? null])).toEqual(
      [...["2020-04", "2020-05", "2020-06", "2020-07", "2020-08", "2020-09"].map((m) => [m, null])],
    );
  });
});

test("[R13] the share of flagged counties is shown for the day; each figure of a quota is the list behind it", async () => {
  const own = await buildQuota(at.owner, { posts: 3, title: "河道保洁员" });
  const { id } = await aConfirmed(at, own);
  value(await propose(await aVillager(at), own));
  const filter = { county: "", text: "河道", state: "open" as const };
  const top = { cursor: { after: null, before: null }, size: 50 };
  const [row] = (await listQuotas(officer, filter, top, TODAY)).rows;
  expect(row).toMatchObject({ posts: 3, serving: 1, confirmed: 1, proposed: 1 });
  const page = await viewQuota(officer, own, "serving", TODAY);
  expect(page?.holders.map((one) => one.id)).toEqual([id]);
  await at.owner.query("DELETE FROM region_flag");
  await buildQuota(at.owner, { countyCode: "532329", posts: 20 });
  const flag = (code: string, toOn: string | null) =>
    at.owner.query(
      `INSERT INTO region_flag (id, county_code, kind, from_on, to_on, source)
       VALUES (gen_random_uuid(), $1, 'LISTED_SUPERVISION', '2020-01-01', $2, 'test')`,
      [code, toOn],
    );
  await flag("532329", "2020-07-01");
  await flag(COUNTY, "2020-06-30");
  const prefecture = anActor("prefectureSupervisor", "532300");
  expect(await viewFlaggedShare(prefecture, TODAY)).toMatchObject({
    ...{ flaggedCounties: 1, flaggedPosts: 20, flaggedHeld: 0 },
  });
  expect(await viewFlaggedShare(prefecture, day("2020-06-30"))).toMatchObject({
    flaggedCounties: 2,
  });
  expect((await viewFlaggedShare(foreigner, TODAY)).posts).toBe(0);
  expect((await viewFlaggedShare(prefecture, day("2019-12-31"))).posts).toBe(0);
  expect((await viewFlaggedShare(prefecture, day("2021-01-01"))).posts).toBe(0);
  // Closed on the evening of 2 July in China it counts until the day before.
  await at.owner.query(
    "UPDATE post_quota SET closed_at = '2020-07-02T15:00:00Z', closed_reason = '用完' WHERE id = $1",
    [own],
  );
  const shown = async (on: string) =>
    (await listQuotas(officer, { ...filter, state: "all" }, top, day(on))).rows[0]?.standing;
  expect(await shown("2020-07-01")).toBe("open");
  expect(await shown("2020-07-02")).toBe("closed");
  expect(await shown("2019-12-31")).toBe("later");
  const open = async (on: string) => (await listQuotas(officer, filter, top, day(on))).rows.length;
  expect([await open("2020-07-01"), await open("2020-07-02")]).toEqual([1, 0]);
  expect([await open("2019-12-31"), await open("2020-01-01")]).toEqual([0, 1]);
});
