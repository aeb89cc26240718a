import { afterAll, beforeAll, expect, test } from "vitest";
import {
  countImportedReceiptTodos,
  importedReceiptTodos,
} from "~/data/posts/imported-receipt-todos.server";
import { countPostMonthTodos, postMonthTodos } from "~/data/posts/post-month-todos.server";
import { countPostTodos, postTodos } from "~/data/posts/post-todos.server";
import { countWageTodos, wageTodos } from "~/data/posts/wage-todos.server";
import type { Actor } from "~/domain/access/actor";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { posts, wages } from "~/data/people/timeline-posts.server";
import { anActor } from "#test/builders/actor";
import {
  aPost,
  approved,
  aSheet,
  COUNTY,
  finance,
  foreigner,
  locked,
  officer,
  paid,
  reviewer,
  submitted,
} from "#test/db/posts/wage-support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

/** What is told of the posts' todos, and that the count is that of the list. */
async function told(actor: Actor, on: string): Promise<readonly string[]> {
  return inTransaction(actor, async (tx) => {
    const rows = [
      ...(await wageTodos(tx, actor, on)),
      ...(await postMonthTodos(tx, actor, on)),
      ...(await importedReceiptTodos(tx, actor, on)),
      ...(await postTodos(tx, actor, on)),
    ];
    const count =
      (await countWageTodos(tx, actor, on)) +
      (await countPostMonthTodos(tx, actor, on)) +
      (await countImportedReceiptTodos(tx, actor, on)) +
      (await countPostTodos(tx, actor, on));
    expect(count).toBe(rows.length);
    expect(new Set(rows.map(({ to }) => to)).size).toBe(rows.length);
    return rows.map(({ what }) => what);
  });
}

test("[R12] the case officer is told of terms that end within 30 and 7 days, from the day on", async () => {
  await aPost(at, { startsOn: "2022-03-01", endsOn: "2022-06-30", marks: null });
  const ending = async (on: string) => (await told(officer, on)).filter((one) => /到期/.test(one));
  expect(await ending("2022-05-30")).toEqual([]);
  expect(await ending("2022-05-31")).toEqual(["公共服务岗位 30 天内到期：1 人"]);
  expect(await ending("2022-06-22")).toHaveLength(1);
  expect(await ending("2022-06-23")).toEqual([
    ...["公共服务岗位 7 天内到期：1 人", "公共服务岗位 30 天内到期：1 人"],
  ]);
  expect(await ending("2022-06-30")).toHaveLength(2);
  expect(await ending("2022-07-01")).toEqual([]);
  expect(await told(foreigner, "2022-06-23")).toEqual([]);
  // Whoever oversees the county is warned with it; whoever audits it is not.
  const overseers = [reviewer, anActor("prefectureSupervisor", "532300")];
  for (const one of overseers) {
    const counties = { ...one, counties: [COUNTY] };
    expect(await told(counties, "2022-06-23")).toHaveLength(2);
  }
  expect(await told(anActor("auditor", COUNTY), "2022-06-23")).toEqual([]);
});

test("a month's attendance waits from the first day of the next until every day has a mark, then its sheet", async () => {
  const days = { startsOn: "2023-05-01", endsOn: "2023-07-31" };
  const { id } = await aPost(at, { ...days, marks: null });
  const waits = async (on: string) =>
    (await told(officer, on)).filter((one) => /2023年.*考勤/.test(one));
  expect(await waits("2023-05-31")).toEqual([]);
  expect(await waits("2023-06-01")).toEqual(["登记2023年5月岗位考勤：1 人"]);
  expect(await waits("2023-08-01")).toEqual([
    "登记2023年5月岗位考勤：1 人",
    "登记2023年6月岗位考勤：1 人",
    "登记2023年7月岗位考勤：1 人",
  ]);
  expect(await waits("2023-11-30")).toHaveLength(3);
  expect(await waits("2023-12-01")).toHaveLength(2);
  const enter = (marks: string) =>
    at.owner.query(
      `INSERT INTO post_attendance (appointment_id, month, county_code, marks, worked_days, leave_days,
         absent_days, recorded_by, recorded_by_name, recorded_at)
       VALUES ($1, '2023-05-01', $2, $3, length(replace($3, '?', '')), 0, 0, $1, '测试员', now())
       ON CONFLICT (appointment_id, month) DO UPDATE SET marks = $3, worked_days = length(replace($3, '?', ''))`,
      [id, COUNTY, marks],
    );
  await enter(`${"P".repeat(30)}?`);
  expect(await waits("2023-06-30")).toHaveLength(1);
  const sheets = async (on: string) => (await told(officer, on)).filter((one) => /编制/.test(one));
  expect(await sheets("2023-06-30")).toEqual([]);
  await enter("P".repeat(31));
  expect(await waits("2023-06-30")).toEqual([]);
  expect(await sheets("2023-05-31")).toEqual([]);
  expect(await sheets("2023-06-30")).toEqual(["编制2023年5月工资表：1 人"]);
});

test("[R05] an imported roster waits for the receipts it did not bring, and for no attendance of the months before it", async () => {
  const days = { startsOn: "2024-10-01", endsOn: "2025-01-31", marks: null };
  const { id } = await aPost(at, days);
  await at.owner.query(
    `UPDATE post_appointment SET import_id = id, created_at = '2025-01-10',
       stated_receipts = ARRAY['2024-10', '2024-11'] WHERE id = $1`,
    [id],
  );
  expect(await told(officer, "2024-12-31")).toEqual([]);
  expect(await told(officer, "2025-01-20")).toEqual([
    ...["补齐名册导入岗位的签收：1 人 1 个月", "公共服务岗位 30 天内到期：1 人"],
  ]);
  expect(await told(officer, "2025-02-01")).toEqual([
    ...["登记2025年1月岗位考勤：1 人", "补齐名册导入岗位的签收：1 人 2 个月"],
  ]);
  expect(await told(foreigner, "2025-02-01")).toEqual([]);
});

test("a notice waits when its days are over, an objection until it is decided, then the reviewer confirms", async () => {
  const { id } = await aPost(at, {
    state: "proposed",
    startsOn: "2021-04-01",
    endsOn: "2021-09-30",
    marks: null,
  });
  const [noticeId, objectionId] = [newId(), newId()];
  await at.owner.query(
    `INSERT INTO post_notice (id, county_code, title, from_on, to_on, place, state, created_by,
       created_by_name, created_at)
     VALUES ($1, $2, '公示', '2021-03-01', '2021-03-05', '公开栏', 'open', $1, '测试员', now())`,
    [noticeId, COUNTY],
  );
  await at.owner.query("UPDATE post_appointment SET notice_id = $2 WHERE id = $1", [id, noticeId]);
  await at.owner.query(
    `INSERT INTO post_objection (id, county_code, notice_id, received_on, way, content, recorded_by,
       recorded_by_name, recorded_at)
     VALUES ($1, $2, $3, '2021-03-02', 'PHONE', '不符合条件', $1, '测试员', now())`,
    [objectionId, COUNTY, noticeId],
  );
  expect(await told(reviewer, "2021-03-05")).toEqual(["处理公示异议：1 件"]);
  expect(await told(officer, "2021-03-05")).toEqual([]);
  expect(await told(officer, "2021-03-06")).toEqual(["公示期满，结束公示：1 件"]);
  await at.owner.query(
    "UPDATE post_objection SET outcome = 'DISMISSED', decided_on = '2021-03-06' WHERE id = $1",
    [objectionId],
  );
  expect(await told(officer, "2021-03-06")).toEqual(["公示期满，结束公示：1 件"]);
  await at.owner.query(
    "UPDATE post_notice SET state = 'closed', proof_file_id = id WHERE id = $1",
    [noticeId],
  );
  expect(await told(officer, "2021-03-06")).toEqual([]);
  expect(await told(reviewer, "2021-03-06")).toEqual(["确认聘用：1 人"]);
  // Who can be confirmed by nobody waits with the officer.
  await at.owner.query("UPDATE post_objection SET outcome = 'UPHELD' WHERE id = $1", [objectionId]);
  expect(await told(reviewer, "2021-03-06")).toEqual([]);
  expect(await told(officer, "2021-03-06")).toEqual(["公示后不能确认的拟聘人员：1 人"]);
});

test("[R17] a month's sheet goes from hand to hand: review, pay, answer, sign, lock", async () => {
  const post = { township: "流转镇", account: "6217009876543210" };
  const { id, personId } = await aPost(at, {
    ...post,
    startsOn: "2020-05-01",
    endsOn: "2020-07-31",
  });
  const on = "2020-05-31";
  const only = async (actor: Actor) =>
    (await told(actor, on)).filter((one) => one.includes("工资表"));
  const sheetId = await aSheet("流转镇");
  expect([...(await only(officer)), ...(await only(reviewer))]).toEqual([]);
  await submitted(sheetId);
  const name = "2020年5月公共服务岗位工资表（1）";
  expect(await only(reviewer)).toEqual([`审核${name}`]);
  expect(await only(anActor("auditor", COUNTY))).toEqual([]);
  await at.owner.query("UPDATE wage_sheet SET state = 'returned' WHERE id = $1", [sheetId]);
  expect(await only(officer)).toEqual([`修改被退回的${name}`]);
  await at.owner.query("UPDATE wage_sheet SET removed_at = now() WHERE id = $1", [sheetId]);
  await at.owner.query("UPDATE wage_line SET removed_at = now() WHERE sheet_id = $1", [sheetId]);
  const second = await approved("流转镇");
  const other = "2020年5月公共服务岗位工资表（2）";
  expect([await only(finance), await only(officer)]).toEqual([[`发放${other}`], []]);
  await paid(at, second, ["6217009876543210"]);
  expect([await only(finance), await only(officer)]).toEqual([[], [`签收${other}`]]);
  const line = (actor: Actor) =>
    inTransaction(actor, async (tx) => {
      const events = [
        ...(await posts(tx, personId, actor.counties, "2020-06-02")),
        ...(await wages(tx, personId, actor.counties, "2020-06-02")),
      ];
      return events.map(({ title, detail }) => [title, detail]);
    });
  expect(await line(officer)).toContainEqual(["2020年5月岗位工资已发放", "护林员，待本人签收"]);
  await locked(at, second);
  expect([await only(officer), await only(reviewer)]).toEqual([[], []]);
  expect(await line(officer)).toContainEqual(["2020年5月岗位工资已发放", "护林员，本人已签收"]);
  expect(await line(officer)).toContainEqual(["公共服务岗位上岗：护林员", "任期至 2020-07-31"]);
  expect(await line(foreigner)).toEqual([]);
  const { rows } = await at.owner.query(
    "SELECT locked_months AS n FROM post_appointment WHERE id = $1",
    [id],
  );
  expect(rows).toEqual([{ n: 1 }]);
});
