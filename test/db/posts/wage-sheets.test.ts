import { afterAll, beforeAll, expect, test } from "vitest";
import { day } from "~/domain/shared/calendar-date";
import { openWageSheet } from "~/usecases/posts/open-wage-sheet.server";
import {
  redrawWageSheet,
  removeWageSheet,
  takeOffWageSheet,
} from "~/usecases/posts/rewrite-wage-sheet.server";
import { submitWageSheet } from "~/usecases/posts/submit-wage-sheet.server";
import {
  aPost,
  aSheet,
  COUNTY,
  foreigner,
  JUNE,
  linesOf,
  MAY,
  NOW,
  officer,
} from "#test/db/posts/wage-support";
import { buildAccount } from "#test/builders/post";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const open = (township: string, month = MAY, actor = officer) =>
  openWageSheet(actor, { countyCode: COUNTY, month, township, fundSource: "" }, NOW);

test("[R05] a sheet is drawn from the attendance of the month: the whole of it, part of it, and nobody who was away", async () => {
  const township = "红土坡镇";
  await aPost(at, { township, name: "甲一" });
  await aPost(at, { township, name: "乙二", marks: `${"P".repeat(29)}AL` });
  await aPost(at, { township, name: "丙三", marks: "A".repeat(31) });
  await aPost(at, { township, name: "丁四", marks: null });
  await aPost(at, { township, name: "戊五", marks: `${"P".repeat(30)}?` });
  await aPost(at, { township, name: "己六", state: "proposed" });
  await aPost(at, { township, name: "庚七", account: null });
  await aPost(at, { township, name: "辛八", startsOn: "2020-06-01", endsOn: "2020-08-31" });
  const lines = await linesOf(at, await aSheet(township));
  expect(lines.map(({ name, payFen }) => [name, payFen]).sort()).toEqual([
    ["乙二", 93_548],
    ["甲一", 100_000],
  ]);
  expect(lines.map(({ lineNo }) => lineNo)).toEqual([1, 2]);
  expect(await open(township)).toEqual({ ok: false, refusal: { kind: "nobody", leftOut: 7 } });
});

test("[R05] who left is paid to his last day and not after it; days marked later keep him off the sheet", async () => {
  const township = "五街镇";
  await aPost(at, {
    township,
    name: "早退",
    leftOn: "2020-05-10",
    marks: `${"P".repeat(10)}${"-".repeat(21)}`,
  });
  await aPost(at, { township, name: "多记", leftOn: "2020-05-10", marks: "P".repeat(31) });
  await aPost(at, { township, name: "四月", leftOn: "2020-04-30" });
  const lines = await linesOf(at, await aSheet(township));
  expect(lines.map(({ name, payFen }) => [name, payFen])).toEqual([["早退", 32_258]]);
});

test("[R05] a post and month stand on one sheet only, also when two open one at once", async () => {
  const township = "一街乡";
  await aPost(at, { township });
  const outcomes = await Promise.all([open(township), open(township)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const [sheet] = outcomes.flatMap((one) => (one.ok ? [one.value] : []));
  value(await removeWageSheet(officer, { sheetId: sheet ?? "", version: 1, reason: "重做" }, NOW));
  expect(await open(township)).toMatchObject({ ok: true });
});

test("the database itself refuses a line beyond the rate, outside the post, a second one, or for nobody's work", async () => {
  const township = "罗武庄乡";
  const { id, personId } = await aPost(at, { township });
  const sheetId = await aSheet(township);
  const add = (change: Record<string, unknown>) => {
    const line = {
      ...{ sheet_id: sheetId, county_code: COUNTY, appointment_id: id, person_id: personId },
      ...{ month: "2020-05-01", line_no: 9, name: "某", rate_fen: 100_000, month_days: 31 },
      ...{ term_days: 31, worked_days: 31, leave_days: 0, absent_days: 0, due_fen: 1, pay_fen: 1 },
      ...change,
    };
    const places = Object.keys(line).map((_, place) => `$${place + 1}`);
    return at.owner.query(
      `INSERT INTO wage_line (id, ${Object.keys(line).join(", ")})
       VALUES (gen_random_uuid(), ${places.join(", ")})`,
      Object.values(line),
    );
  };
  await expect(add({})).rejects.toThrow(/wage_line_one_per_month/);
  const march = { month: "2020-03-01" };
  await expect(add(march)).rejects.toThrow(/outside the post/);
  const june = { month: "2020-06-01", month_days: 30, term_days: 30, worked_days: 30 };
  await expect(add({ ...june, rate_fen: 100_001 })).rejects.toThrow(/outside the post/);
  await expect(add({ ...june, due_fen: 100_001, pay_fen: 100_001 })).rejects.toThrow(/line_due/);
  await expect(add({ ...june, worked_days: 0, absent_days: 30 })).rejects.toThrow(/line_due/);
  await expect(add(june)).resolves.toBeDefined();
});

test("[R05] another holder's name, or an account that somebody else has too, stops the sheet until it is his own", async () => {
  const township = "天申堂乡";
  const one = await aPost(at, { township, name: "沙一", account: "6217009999000001" });
  const two = await aPost(at, { township, name: "沙二", account: "6217009999000001" });
  const foreign = await aPost(at, { township, name: "沙三", account: null });
  const asked = { personId: foreign.personId, countyCode: COUNTY, name: "沙四" };
  await buildAccount(asked, "6217009999000003");
  const sheetId = await aSheet(township);
  const handIn = (version: number) => submitWageSheet(officer, { sheetId, version }, NOW);
  expect(await handIn(1)).toEqual({
    ok: false,
    refusal: {
      kind: "blocked",
      problems: [
        "沙一：这个账号另有 1 人在用或用来收过工资（本县有沙二），请核对是谁的账号",
        "沙三：账户户名是“沙四”，不是本人；请改登本人的账号",
        "沙二：这个账号另有 1 人在用或用来收过工资（本县有沙一），请核对是谁的账号",
      ],
    },
  });
  await buildAccount({ ...two, countyCode: COUNTY }, "6217009999000002");
  await buildAccount({ ...foreign, countyCode: COUNTY }, "6217009999000003");
  expect(await handIn(1)).toMatchObject({ ok: true, value: 3 });
  const { rows } = await at.owner.query<{ fits: boolean }>(
    `SELECT a.id = l.account_id AS fits FROM wage_line l JOIN payee_account a
       ON a.person_id = l.person_id AND a.replaced_at IS NULL WHERE l.sheet_id = $1`,
    [sheetId],
  );
  expect(rows.map(({ fits }) => fits)).toEqual([true, true, true]);
  expect(one.name).toBe("沙一");
});

test("what changed since the sheet was drawn keeps it from being handed in until it is drawn anew", async () => {
  const township = "雨露乡";
  const { id, name } = await aPost(at, { township });
  await aPost(at, { township, name: "留一" });
  const sheetId = await aSheet(township);
  await at.owner.query(
    `UPDATE post_attendance SET marks = $2, worked_days = 30, absent_days = 1 WHERE appointment_id = $1`,
    [id, `${"P".repeat(30)}A`],
  );
  expect(await submitWageSheet(officer, { sheetId, version: 1 }, NOW)).toEqual({
    ok: false,
    refusal: { kind: "stale", names: [name] },
  });
  value(await redrawWageSheet(officer, { sheetId, version: 1 }, NOW));
  const before = await linesOf(at, sheetId);
  expect(before.find((line) => line.name === name)?.payFen).toBe(96_774);
  expect(await submitWageSheet(officer, { sheetId, version: 1 }, NOW)).toMatchObject({
    refusal: { kind: "changedByOthers" },
  });
  expect(await submitWageSheet(officer, { sheetId, version: 2 }, NOW)).toMatchObject({ value: 2 });
});

test("a line taken off with a reason stays off when the sheet is drawn anew, and may stand on another", async () => {
  const township = "龙川镇";
  await aPost(at, { township, name: "移出" });
  await aPost(at, { township, name: "留下" });
  const sheetId = await aSheet(township);
  const gone = (await linesOf(at, sheetId)).find(({ name }) => name === "移出");
  const asked = { sheetId, version: 1, lineId: gone?.id ?? "" };
  expect(await takeOffWageSheet(officer, { ...asked, reason: " " }, NOW)).toMatchObject({
    refusal: { kind: "reasonMissing" },
  });
  value(await takeOffWageSheet(officer, { ...asked, reason: "待核实" }, NOW));
  value(await redrawWageSheet(officer, { sheetId, version: 2 }, NOW));
  expect((await linesOf(at, sheetId)).map(({ name, lineNo }) => [name, lineNo])).toEqual([
    ["留下", 1],
  ]);
  const second = await linesOf(at, await aSheet(township));
  expect(second.map(({ name }) => name)).toEqual(["移出"]);
});

test("who drops out when a sheet is drawn anew comes back with his former line", async () => {
  const township = "沙桥镇";
  const { id } = await aPost(at, { township });
  const sheetId = await aSheet(township);
  const [first] = await linesOf(at, sheetId);
  const marks = (text: string) =>
    at.owner.query(
      `UPDATE post_attendance SET marks = $2, worked_days = length(replace($2, '?', '')) WHERE appointment_id = $1`,
      [id, text],
    );
  await marks(`${"P".repeat(30)}?`);
  expect(value(await redrawWageSheet(officer, { sheetId, version: 1 }, NOW))).toBe(0);
  await marks("P".repeat(31));
  expect(value(await redrawWageSheet(officer, { sheetId, version: 2 }, NOW))).toBe(1);
  expect(await linesOf(at, sheetId)).toMatchObject([{ id: first?.id, payFen: 100_000 }]);
});

test("two posts of one person in a month are two lines, each with its note", async () => {
  const township = "碧鸡镇";
  const first = await aPost(at, {
    ...{ township, name: "两岗", startsOn: "2020-02-11", endsOn: "2020-05-10" },
    marks: `${"P".repeat(10)}${"-".repeat(21)}`,
  });
  await aPost(at, {
    ...{ township, name: "两岗", personId: first.personId, startsOn: "2020-05-11" },
    ...{ endsOn: "2020-08-31", marks: `${"-".repeat(10)}${"P".repeat(21)}`, account: null },
  });
  const sheetId = await aSheet(township);
  const { rows } = await at.owner.query<{ findings: { kind: string }[] }>(
    "SELECT findings FROM wage_line WHERE sheet_id = $1",
    [sheetId],
  );
  expect(rows.map(({ findings }) => findings.map(({ kind }) => kind))).toEqual([
    ["twoLines", "chainTooLong"],
    ["twoLines", "chainTooLong"],
  ]);
  expect((await linesOf(at, sheetId)).map(({ payFen }) => payFen).sort()).toEqual([32_258, 67_742]);
  expect(await submitWageSheet(officer, { sheetId, version: 1 }, NOW)).toMatchObject({ value: 2 });
});

test("whether leave is paid is a dated parameter: unpaid by our definition, paid once a document says so", async () => {
  const township = "鼠街镇";
  const marks = `${"P".repeat(21)}${"L".repeat(10)}`;
  await aPost(at, { township, marks });
  const sheetId = await aSheet(township);
  expect(await linesOf(at, sheetId)).toMatchObject([{ dueFen: 67_742 }]);
  await at.owner.query(
    `INSERT INTO parameter_value (id, region_code, parameter, value, from_on, source, entered_by,
       entered_by_name, entered_at)
     VALUES (gen_random_uuid(), $1, 'post.leaveIsPaid', 1, '2020-05-01', '某文', gen_random_uuid(), '审核员', now())`,
    [COUNTY],
  );
  value(await redrawWageSheet(officer, { sheetId, version: 1 }, NOW));
  expect(await linesOf(at, sheetId)).toMatchObject([{ dueFen: 100_000 }]);
  await at.owner.query("UPDATE parameter_value SET from_on = '2020-05-02'");
  value(await redrawWageSheet(officer, { sheetId, version: 2 }, NOW));
  expect(await linesOf(at, sheetId)).toMatchObject([{ dueFen: 67_742 }]);
  await at.owner.query("DELETE FROM parameter_value WHERE parameter = 'post.leaveIsPaid'");
});

test("another county's officer opens no sheet here, and February of a leap year has its 29 days", async () => {
  const township = "双柏镇";
  await aPost(at, { township, startsOn: "2020-02-01", endsOn: "2020-07-31", marks: null });
  expect(await open(township, day("2020-02-01"), foreigner)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  await at.owner.query(
    `INSERT INTO post_attendance (appointment_id, month, county_code, marks, worked_days, leave_days,
       absent_days, recorded_by, recorded_by_name, recorded_at)
     SELECT id, '2020-02-01', county_code, $2, 28, 0, 1, id, '测试员', now() FROM post_appointment
     WHERE township = $1`,
    [township, `${"P".repeat(28)}A`],
  );
  const lines = await linesOf(at, await aSheet(township, day("2020-02-01")));
  expect(lines).toMatchObject([{ dueFen: 96_552 }]);
  expect(await open(township, JUNE)).toMatchObject({ refusal: { kind: "nobody", leftOut: 1 } });
});
