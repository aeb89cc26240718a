import { afterAll, beforeAll, expect, test } from "vitest";
import type { PostFormId } from "~/domain/posts/post-form";
import { newId } from "~/platform/id.server";
import { makePostForm } from "~/usecases/posts/make-post-form.server";
import { anActor } from "#test/builders/actor";
import {
  aPost,
  approved,
  COUNTY,
  finance,
  foreigner,
  locked,
  MAY,
  NOW,
  officer,
  paid,
} from "#test/db/posts/wage-support";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const make = (
  form: PostFormId,
  told: { township?: string; which?: string; purpose?: string; actor?: typeof officer } = {},
) => {
  const { township = "", which = "", purpose = "报账", actor = officer } = told;
  const of = { county: COUNTY, month: MAY, township, which };
  return makePostForm(actor, { ...of, form, medium: "print", purpose }, NOW);
};
const cells = async (...asked: Parameters<typeof make>) =>
  value(await make(...asked)).form.rows.map(({ texts }) => texts);

test("[R05] the roster names who holds a post in the month, from its first to its last day", async () => {
  const township = "名册镇";
  const days = (startsOn: string, endsOn: string) => ({ township, startsOn, endsOn, marks: null });
  await aPost(at, { ...days("2020-02-01", "2020-04-30"), name: "四月止" });
  await aPost(at, { ...days("2020-02-01", "2020-05-01"), name: "五月止" });
  await aPost(at, { ...days("2020-05-31", "2020-08-30"), name: "五月始" });
  await aPost(at, { ...days("2020-06-01", "2020-08-31"), name: "六月始" });
  await aPost(at, { ...days("2020-05-01", "2020-07-31"), name: "拟聘人", state: "proposed" });
  const rows = await cells("holders", { township });
  expect(rows.map(({ name }) => name).sort()).toEqual(["五月始", "五月止"].sort());
  expect(rows[0]?.["idCardNumber"]).toMatch(/^\d{17}[\dX]$/);
  expect(rows[0]).toMatchObject({ status: "已脱贫", rate: "1000.00" });
});

test("numbers need a purpose, are masked for whoever may not see them, and leave a trail with the copy's number", async () => {
  expect(await make("holders", { purpose: " " })).toMatchObject({
    refusal: { kind: "purposeMissing" },
  });
  const made = value(
    await make("holders", { township: "名册镇", purpose: "审计 530322199001011234" }),
  );
  const { rows } = await at.owner.query<{ detail: string }>(
    "SELECT detail FROM trail_event WHERE action = 'post.export' ORDER BY at DESC, seq DESC LIMIT 1",
  );
  expect(JSON.parse(rows[0]?.detail ?? "{}")).toMatchObject({
    copyNo: made.copyNo,
    numbers: "full",
  });
  expect(rows[0]?.detail).not.toContain("530322199001011234");
  expect(await make("holders", { actor: foreigner })).toMatchObject({
    refusal: { kind: "notFound" },
  });
  for (const role of ["finance", "secondedOfficial", "districtOfficer"] as const) {
    const actor = { ...anActor(role, COUNTY), counties: [COUNTY] };
    expect((await make("holders", { actor })).ok).toBe(false);
  }
});

test("the attendance form carries the signs of every day of the month, and those outside the post", async () => {
  const post = { township: "考勤镇", startsOn: "2020-05-03", endsOn: "2020-08-02" };
  await aPost(at, { ...post, marks: `--PRLA${"P".repeat(24)}?` });
  const made = value(await make("attendance", { township: "考勤镇", purpose: "" }));
  expect(made.form.layout.columns.filter(({ key }) => key.startsWith("day"))).toHaveLength(31);
  expect(made.form.rows[0]?.texts).toMatchObject({
    ...{ day1: "／", day3: "√", day4: "休", day5: "假", day6: "×", day31: "" },
    ...{ worked: "25", leave: "1", absent: "1" },
  });
  expect(made.form.heading).toBe("南华县2020年5月沪滇劳务协作临时性公共服务岗位考勤表");
});

test("[R05] [R17] the wage form tells who was paid and has signed, its account always masked", async () => {
  const account = "6217001234500099";
  const post = { township: "工资镇", startsOn: "2020-05-01", endsOn: "2020-07-31", account };
  await aPost(at, post);
  const sheetId = await approved("工资镇");
  expect(await cells("wages", { which: sheetId })).toMatchObject([{ paid: "未发放", receipt: "" }]);
  await paid(at, sheetId, [account]);
  await locked(at, sheetId);
  const [row] = await cells("wages", { which: sheetId, actor: finance });
  expect(row).toMatchObject({
    paid: "2020-06-02",
    receipt: "本人手机签字 2020-06-02",
    pay: "1000.00",
  });
  expect(row?.["idCardNumber"]).toMatch(/^\d{6}\*{8}/);
  expect(row?.["account"]).not.toContain(account);
  expect(row?.["account"]).toMatch(/0099$/);
  expect(await make("wages", { which: sheetId, actor: foreigner })).toMatchObject({
    refusal: { kind: "notFound" },
  });
});

test("the notice form masks names and knows no number", async () => {
  const township = "公示镇";
  const { id } = await aPost(at, { township, name: "欧阳木犀", state: "proposed", marks: null });
  const noticeId = newId();
  await at.owner.query(
    `INSERT INTO post_notice (id, county_code, title, from_on, to_on, place, contact, state, created_by,
       created_by_name, created_at)
     VALUES ($1, $2, '公示', '2020-03-20', '2020-03-25', '公开栏', '县人社局', 'open', $1, '测试员', now())`,
    [noticeId, COUNTY],
  );
  await at.owner.query("UPDATE post_appointment SET notice_id = $2 WHERE id = $1", [id, noticeId]);
  await at.owner.query(
    `INSERT INTO post_notice_person (notice_id, appointment_id, county_code, name, sex, township, title, starts_on, ends_on)
     SELECT $2, id, county_code, name, sex, township, title, starts_on, ends_on FROM post_appointment WHERE id = $1`,
    [id, noticeId],
  );
  const made = value(await make("notice", { which: noticeId, purpose: "" }));
  expect(made.form.rows[0]?.texts).toMatchObject({ name: "欧阳**", place: township });
  expect(JSON.stringify(made.form)).not.toMatch(/\d{6}\*|\d{11}/);
  expect(made.form.headParts[0]).toBe("公示期：2020-03-20 至 2020-03-25");
});
