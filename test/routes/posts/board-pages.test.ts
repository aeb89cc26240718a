import { afterAll, beforeAll, expect, test } from "vitest";
import * as areasPage from "~/routes/posts/board-areas";
import * as boardPage from "~/routes/posts/board";
import * as exportPage from "~/routes/posts/export";
import * as formPage from "~/routes/posts/forms/post-form";
import * as formsPage from "~/routes/posts/forms/post-forms";
import { aPost, approved, COUNTY } from "#test/db/posts/wage-support";
import { aVisitor, visit, type RouteModule, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
let officer: Visitor;
let district: Visitor;
beforeAll(async () => {
  at = await openTestPlatform();
  await at.owner.query(
    `INSERT INTO pairing (id, district_code, county_code, from_on, source)
     VALUES (gen_random_uuid(), '310104', $1, '2020-01-01', 'test')`,
    [COUNTY],
  );
  officer = await aVisitor("caseOfficer", COUNTY, "普经办");
  district = await aVisitor("districtOfficer", "310104", "区干部");
  await aPost(at, { township: "沙桥镇", startsOn: "2020-05-01", endsOn: "2020-07-31" });
  await approved("沙桥镇");
});
afterAll(() => at.close());

const open = async (
  page: RouteModule,
  address: string,
  who = officer,
  form?: Record<string, string>,
) => {
  const pattern = address.startsWith("/posts/forms/")
    ? "/posts/forms/:form"
    : address.split("?")[0];
  return visit(page, pattern ?? "", address, who, form);
};

test("[R05] the board draws a bar without a style attribute and tells each month in words", async () => {
  const { html } = await open(boardPage, "/posts");
  expect(html).toContain("任期 2020-05-01 至 2020-07-31。5月考勤已登记、未发放、待签收；");
  expect(html).not.toMatch(/ style=/);
  expect(html).toContain("已签收 0/3 月");
  expect(html).toMatch(/沙桥镇/);
});

test("figures open their lists: the year stays with those that are about a year", async () => {
  const { html } = await open(boardPage, "/posts?year=2020&township=沙桥镇");
  const township = encodeURIComponent("沙桥镇");
  expect(html).toContain(`/posts?township=${township}&amp;year=2020&amp;state=ended`);
  expect(html).toContain(`"/posts?township=${township}&amp;state=unsigned"`);
  expect(html).toContain(`/posts?township=${township}&amp;state=in7`);
  const nobody = await open(boardPage, "/posts?township=没有镇");
  expect(nobody.html).toContain("没有符合条件的岗位");
});

test("the year of the figures stands in the heading, and what is of today says so", async () => {
  const { html } = await open(boardPage, "/posts?year=2019");
  expect(html).toContain("2019 年公共服务岗位</h1>");
  expect(html).toContain("2019 年已结束");
  const owed = await open(boardPage, "/posts?year=2019&state=unsigned");
  expect(owed.html).toMatch(/>公共服务岗位<\/h1>/);
  expect(owed.html).toContain("待签收 2020年5月、6月、7月");
  const exporting = await open(exportPage, "/posts/export?year=2019");
  expect(exporting.html).toContain("2019 年全部");
});

test("areas tell the year, and the whole in a last line", async () => {
  await aPost(at, { township: "五街镇", startsOn: "2020-05-01", endsOn: "2020-07-31" });
  const { html } = await open(areasPage, "/posts/areas?by=village&year=2020");
  expect(html).toContain("2020 年岗位（人）");
  expect(html).toMatch(/合计<\/th>.*合计2020 年全部 2 人/);
});

test("a district officer is told the months paid and signed, and neither village nor attendance", async () => {
  const { html } = await open(boardPage, "/posts?township=没有镇", district);
  expect(html).toContain("5月未发放、待签收");
  expect(html).not.toMatch(/沙桥镇|考勤已登记|名册和表单/);
  const areas = await open(areasPage, "/posts/areas?by=village", district);
  expect(areas.html).toContain("南华县");
  expect(areas.html).not.toContain("沙桥镇");
});

test("areas count village by village, and one without a village has its list too", async () => {
  const { html } = await open(areasPage, "/posts/areas?by=village");
  expect(html).toContain("沙桥镇");
  expect(html).toContain("village=-");
  const list = await open(boardPage, "/posts?village=-&township=沙桥镇&year=2020");
  expect(list.html).toContain("已签收 0/3 月");
});

test("[R17] the forms of a month are its roster, attendance and wage sheets; the printed copy bears its number", async () => {
  const { html } = await open(formsPage, `/posts/forms?county=${COUNTY}&month=2020-05`);
  expect(html).toContain("2020年5月公共服务岗位工资表（1）");
  expect(html).toMatch(/href="\/rosters\/[0-9a-f-]{36}\/print"/);
  const paper = await open(
    formPage,
    `/posts/forms/attendance?county=${COUNTY}&month=2020-05`,
    officer,
    {},
  );
  expect(paper.html).toMatch(/份号：\d{8}-[0-9A-F]{6}/);
  expect(paper.html).toContain("√");
  const refused = await open(
    formPage,
    `/posts/forms/holders?county=${COUNTY}&month=2020-05`,
    officer,
    {
      purpose: "",
    },
  );
  expect([refused.status, refused.html.includes("请写明用途")]).toEqual([422, true]);
});
