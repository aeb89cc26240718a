import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewNotice } from "~/data/posts/notice-view.server";
import { day } from "~/domain/shared/calendar-date";
import { decisionForm, objectionForm } from "~/domain/posts/objection";
import { closeNotice, withdrawNotice } from "~/usecases/posts/close-notice.server";
import { confirmAppointments } from "~/usecases/posts/confirm-appointments.server";
import { recordObjection } from "~/usecases/posts/record-objection.server";
import { settleObjection } from "~/usecases/posts/settle-objection.server";
import { openNotice } from "~/usecases/posts/open-notice.server";
import { changeAppointment } from "~/usecases/posts/change-appointment.server";
import { removeAppointment } from "~/usecases/posts/remove-appointment.server";
import { anActor } from "#test/builders/actor";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { buildQuota } from "#test/builders/post";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import {
  aNotice,
  aStranger,
  aVillager,
  COUNTY,
  foreigner,
  HUNG,
  loadVillagers,
  noticeText,
  NOW,
  officer,
  propose,
  reviewer,
  rowOf,
  term,
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
const proposed = async () => value(await propose(await aVillager(at), quotaId));

async function versionOf(noticeId: string): Promise<number> {
  const { rows } = await at.owner.query<{ version: number }>(
    "SELECT version FROM post_notice WHERE id = $1",
    [noticeId],
  );
  return rows[0]?.version ?? 0;
}
const asked = async (noticeId: string) => ({ noticeId, version: await versionOf(noticeId) });
const close = async (noticeId: string, now = NOW) =>
  told(await closeNotice(officer, { ...(await asked(noticeId)), closingNote: "" }, now));
const object = async (noticeId: string, appointmentId: string) => {
  const typed = { appointmentId, receivedOn: "2020-03-12", way: "PHONE", content: "家里有人经商" };
  return told(
    await recordObjection(officer, await asked(noticeId), objectionForm.parse(typed), NOW),
  );
};
const decide = async (noticeId: string, outcome: string, actor = reviewer) => {
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT id FROM post_objection WHERE notice_id = $1 ORDER BY outcome IS NULL DESC LIMIT 1",
    [noticeId],
  );
  const objection = { ...(await asked(noticeId)), objectionId: rows[0]?.id ?? "" };
  const form = decisionForm.parse({ outcome, decision: "入户核实" });
  return told(await settleObjection(actor, objection, form, NOW));
};
const confirm = async (noticeId: string, ids: readonly string[], actor = reviewer) => {
  const people = { ...(await asked(noticeId)), appointmentIds: ids };
  const outcome = await confirmAppointments(actor, people, NOW);
  return outcome.ok ? outcome.value : outcome.refusal;
};

test("[R12] a notice of four days is too short, of five it is long enough; a county's own number comes first", async () => {
  const ids = [await proposed()];
  const open = async (toOn: string) =>
    told(await openNotice(officer, { appointmentIds: ids, form: noticeText({ toOn }) }, HUNG));
  await at.owner.query(
    `INSERT INTO parameter_value (id, region_code, parameter, value, from_on, source, entered_by,
       entered_by_name, entered_at)
     VALUES (gen_random_uuid(), $1, 'post.noticeDays', 7, '2020-07-01', '县文', gen_random_uuid(), '甲', now())`,
    [COUNTY],
  );
  expect(await open("2020-03-13")).toBe("tooShort");
  const late = noticeText({ fromOn: "2020-07-01", toOn: "2020-07-06" });
  expect(told(await openNotice(officer, { appointmentIds: ids, form: late }, NOW))).toBe(
    "tooShort",
  );
  expect(await open("2020-03-14")).toBe("done");
  expect(await open("2020-03-14")).toBe("notProposed");
});

describe("[R12] a notice ends after its last day", () => {
  test("and not while an objection is open", async () => {
    const id = await proposed();
    const noticeId = await aNotice([id]);
    expect(await close(noticeId, new Date("2020-03-14T15:00:00Z"))).toBe("notOver");
    expect(await object(noticeId, id)).toBe("done");
    expect(await close(noticeId)).toBe("objectionOpen");
    expect(await decide(noticeId, "DISMISSED")).toBe("done");
    // One minute after midnight in Yunnan.
    expect(await close(noticeId, new Date("2020-03-14T16:01:00Z"))).toBe("done");
    expect(await close(noticeId)).toBe("notOpen");
    expect(await confirm(noticeId, [id])).toEqual({ confirmed: 1, left: [] });
  });

  test("an objection upheld against the whole of it ends nothing: it is withdrawn, and its people told anew", async () => {
    const id = await proposed();
    const noticeId = await aNotice([id]);
    expect(await object(noticeId, "")).toBe("done");
    expect(await decide(noticeId, "UPHELD")).toBe("done");
    expect(await close(noticeId)).toBe("wholeUpheld");
    const reason = "公示地点写错";
    const back = await withdrawNotice(officer, { ...(await asked(noticeId)), reason }, NOW);
    expect(told(back)).toBe("done");
    expect(await object(noticeId, id)).toBe("withdrawn");
    expect((await aNotice([id])).length).toBe(36);
  });

  test("what the public was told of is not changed behind its back", async () => {
    const id = await proposed();
    await aNotice([id]);
    const form = term(quotaId, { startsOn: "2020-05-01" });
    const change = changeAppointment(officer, { appointmentId: id, version: 2 }, form, NOW);
    expect(told(await change)).toBe("onNotice");
  });
});

describe("[R12] another than who proposed confirms", () => {
  test("not before the notice is closed, and not what he proposed or changed himself", async () => {
    const both = {
      ...officer,
      assignments: [...officer.assignments, ...reviewer.assignments],
    };
    const id = value(await propose(await aVillager(at), quotaId, {}, both));
    const noticeId = await aNotice([id]);
    expect(await confirm(noticeId, [id])).toMatchObject({
      ...{ confirmed: 0, left: [{ reason: "公示还没有结束" }] },
    });
    expect(await close(noticeId)).toBe("done");
    expect(await confirm(noticeId, [id], both)).toMatchObject({
      left: [{ reason: "是您本人登记的，须由别人确认" }],
    });
    expect(await confirm(noticeId, [id], officer)).toEqual({ kind: "forbidden" });
    expect(await confirm(noticeId, [id], foreigner)).toEqual({ kind: "notFound" });
    expect(await confirm(noticeId, [id])).toEqual({ confirmed: 1, left: [] });
    expect(await rowOf(at, id)).toMatchObject({
      ...{ state: "confirmed", confirmed_by: reviewer.userId, confirmed_by_name: "李审核" },
    });
    expect((await trailOf(at, id))[0]?.action).toBe("post.confirm");
  });

  test("the verified are confirmed together; who is not, or against whom an objection was upheld, is named", async () => {
    const [good, accused] = [await proposed(), await proposed()];
    const unverified = value(await propose(await aStranger(at, 31), quotaId));
    const ids = [good, accused, unverified];
    const noticeId = await aNotice(ids);
    expect(await object(noticeId, accused)).toBe("done");
    expect(await decide(noticeId, "UPHELD")).toBe("done");
    expect(await close(noticeId)).toBe("done");
    const outcome = await confirm(noticeId, ids);
    expect(outcome).toMatchObject({ confirmed: 1 });
    const reasons = "left" in outcome ? outcome.left.map(({ reason }) => reason).sort() : [];
    expect(reasons).toEqual(["异议成立", "未通过建档立卡查验"]);
    const { version } = await rowOf(at, accused);
    const removal = { appointmentId: accused, version: Number(version), reason: "异议成立" };
    expect(told(await removeAppointment(officer, removal, NOW))).toBe("done");
    const late = await withdrawNotice(officer, { ...(await asked(noticeId)), reason: "错" }, NOW);
    expect(told(late)).toBe("someConfirmed");
  });

  test("what came up since the proposal is asked again", async () => {
    const one = await aVillager(at);
    const id = value(await propose(one, quotaId));
    const noticeId = await aNotice([id]);
    expect(await close(noticeId)).toBe("done");
    const employerId = await buildEmployer(at.owner);
    await buildPlacement(at.owner, { personId: one.personId, employerId });
    expect(await confirm(noticeId, [id])).toMatchObject({ confirmed: 0 });
    expect(await rowOf(at, id)).toMatchObject({ state: "proposed" });
  });
});

describe("[R12] an objection follows the person from notice to notice", () => {
  const withdraw = async (noticeId: string) =>
    told(await withdrawNotice(officer, { ...(await asked(noticeId)), reason: "重新公示" }, NOW));
  const reopen = async (id: string) =>
    told(await openNotice(officer, { appointmentIds: [id], form: noticeText() }, HUNG));

  test("open or upheld it bars the next one, until the reviewer decides it otherwise", async () => {
    const id = await proposed();
    const noticeId = await aNotice([id]);
    expect(await object(noticeId, id)).toBe("done");
    expect(await withdraw(noticeId)).toBe("done");
    expect(await reopen(id)).toBe("objected");
    expect(await decide(noticeId, "UPHELD")).toBe("done");
    expect(await reopen(id)).toBe("objected");
    expect(await decide(noticeId, "UPHELD")).toBe("decided");
    expect(await decide(noticeId, "DISMISSED")).toBe("done");
    expect((await trailOf(at, noticeId))[0]?.detail).toContain("异议成立");
    expect(await reopen(id)).toBe("done");
  });

  test("also when he is taken back and proposed anew", async () => {
    const person = await aVillager(at);
    const id = value(await propose(person, quotaId));
    const noticeId = await aNotice([id]);
    expect(await object(noticeId, id)).toBe("done");
    expect(await decide(noticeId, "UPHELD")).toBe("done");
    const { version } = await rowOf(at, id);
    const removal = { appointmentId: id, version: Number(version), reason: "异议成立" };
    expect(told(await removeAppointment(officer, removal, NOW))).toBe("done");
    const again = value(await propose(person, quotaId));
    expect(await reopen(again)).toBe("objected");
  });

  test("recorded after he was told anew, against the former one as a whole, it bars him while it is open", async () => {
    const id = await proposed();
    const former = await aNotice([id]);
    expect(await object(former, "")).toBe("done");
    expect(await withdraw(former)).toBe("done");
    expect(await reopen(id)).toBe("objected");
    expect(await decide(former, "UPHELD")).toBe("done");
    const noticeId = await aNotice([id]);
    expect(await close(noticeId)).toBe("done");
    expect(await confirm(noticeId, [id])).toEqual({ confirmed: 1, left: [] });
  });

  test("a withdrawn notice keeps its list, and the next one shows what was said under it", async () => {
    const id = await proposed();
    const former = await aNotice([id]);
    expect(await object(former, id)).toBe("done");
    expect(await decide(former, "DISMISSED")).toBe("done");
    expect(await withdraw(former)).toBe("done");
    const noticeId = await aNotice([id]);
    const page = await viewNotice(officer, former, TODAY);
    expect(page?.people).toMatchObject([{ id, isToldAnew: true }]);
    expect(page?.closedByName).toBe(officer.name);
    const next = await viewNotice(officer, noticeId, TODAY);
    expect(next?.objections).toMatchObject([{ former: { id: former }, outcome: "DISMISSED" }]);
  });
});

test("[R12] objections are decided by a reviewer who has neither proposed nor told the public", async () => {
  const both = { ...officer, assignments: [...officer.assignments, ...reviewer.assignments] };
  const person = await aVillager(at);
  const id = value(await propose(person, quotaId, {}, both));
  const noticeId = await aNotice([id]);
  expect(await object(noticeId, id)).toBe("done");
  expect(await decide(noticeId, "DISMISSED", officer)).toBe("forbidden");
  expect(await decide(noticeId, "DISMISSED", both)).toBe("ownMatter");
  const other = { ...anActor("caseOfficer", COUNTY, "乙"), name: "乙" };
  const teller = { ...other, assignments: [...other.assignments, ...reviewer.assignments] };
  const told1 = await proposed();
  const asking = { appointmentIds: [told1], form: noticeText() };
  const second = value(await openNotice(teller, asking, HUNG));
  expect(await object(second, told1)).toBe("done");
  expect(await decide(second, "DISMISSED", teller)).toBe("ownMatter");
  expect(await decide(second, "DISMISSED")).toBe("done");
});

test("[R12] the public reads a surname and stars; a district officer reads no objection", async () => {
  const id = await proposed();
  const noticeId = await aNotice([id]);
  await object(noticeId, id);
  const page = await viewNotice(officer, noticeId, TODAY);
  expect(page?.people[0]).toMatchObject({ publicName: "彝***" });
  expect(page?.objections).toHaveLength(1);
  const assistant = {
    ...anActor("districtOfficer", "310104"),
    counties: [COUNTY],
    pairedCounties: [{ district: "310104", county: COUNTY, from: "2020-01-01", to: null }],
  };
  expect((await viewNotice(assistant, noticeId, TODAY))?.objections).toBeNull();
});
