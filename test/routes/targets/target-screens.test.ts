import { afterAll, beforeAll, expect, test } from "vitest";
import * as board from "~/routes/targets/board";
import * as newTarget from "~/routes/targets/new-target";
import * as people from "~/routes/targets/people";
import * as target from "~/routes/targets/target";
import { enterDocumentedTargets } from "~/usecases/targets/enter-documented-targets.server";
import { buildEmployer } from "#test/builders/placement";
import { aPlacedPerson, NANHUA } from "#test/db/targets/support";
import { targetTextsOf } from "#test/routes/support/access-world-targets";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const AS_OF = "?asOf=2020-06-20";

let database: TestPlatform;
let prefecture: Visitor;
let targetId: string;

beforeAll(async () => {
  database = await openTestPlatform();
  prefecture = await aVisitor("prefectureSupervisor", "532300");
  await enterDocumentedTargets(prefecture, new Date("2020-07-06"));
  const employerId = await buildEmployer(database.owner);
  await aPlacedPerson(database, employerId, [{}]);
  await aPlacedPerson(database, employerId, [{ evidence: 0 }]);
  const { rows } = await database.owner.query<{ id: string }>(
    "SELECT id FROM target WHERE region_code = '532300' AND measure = 'SHANGHAI_PLACED'",
  );
  targetId = rows[0]?.id ?? "";
});
afterAll(() => database.close());

test("every figure of the board opens the list behind it, and the bars are one picture [T01] [T03]", async () => {
  const { html } = await visit(board, "/targets", `/targets${AS_OF}`, prefecture);
  for (const list of ["proved", "registered", "verified", "missing"]) {
    const to = `/targets/${targetId}/areas/${NANHUA}?list=${list}&amp;asOf=2020-06-20`;
    expect(html).toContain(`href="${to}"`);
    expect(html).toContain(`href="${to.replace(NANHUA, "532300")}"`);
  }
  expect(html).toContain("来沪就业人数（楚雄彝族自治州）");
  expect(html).toContain("还有 133 天（含当天）");
  expect(html).toContain('role="img"');
  expect(html).toContain("南华县计入 1 人，目标 50 人，序时应到 28");
  expect(html).not.toContain("style=");
});

test("the total's figure opens a list with the county of each [T01]", async () => {
  const address = `/targets/${targetId}/areas/532300${AS_OF}&list=registered`;
  const { html, status } = await visit(
    people,
    "/targets/:targetId/areas/:areaCode",
    address,
    prefecture,
  );
  expect(status).toBe(200);
  expect(html).toContain("南华县");
  expect(html).toMatch(/县（市、区）<\/th>/);
});

test("a year without targets stays that year, and a day that is none or to come is said at its field", async () => {
  const at = (query: string) => visit(board, "/targets", `/targets${query}`, prefecture);
  const past = await at("?asOf=2021-03-03");
  expect(past.html).toContain("2021 年度没有目标任务");
  expect(past.html).toContain("/targets?asOf=2021-03-03&amp;year=2020");
  const ofYear = await at("?year=1999");
  expect(ofYear.html).toContain("1999 年度没有目标任务");
  expect(ofYear.html).toMatch(
    /<option[^>]*value="1999"[^>]*selected|<option[^>]*selected[^>]*value="1999"/,
  );
  expect((await at("?asOf=soon")).html).toContain("请写成 2020-06-20 的样子，以下为今天的进度");
  const future = await at("?asOf=2999-01-01&year=2020");
  expect(future.html).toContain("截至日期不能晚于今天，以下为今天的进度");
  expect(future.html).toContain('value="2999-01-01"');
  const bare = await at("");
  expect(bare.html).toContain("来沪就业人数（楚雄彝族自治州）");
  expect(bare.html).not.toContain("以下为今天的进度");
});

test("what is over may still change, and a board of an earlier day says what it is reckoned from", async () => {
  const at = async (query: string) =>
    (await visit(board, "/targets", `/targets${query}`, prefecture)).html;
  expect(await at("?year=2020")).toContain("已截止；补交或作废佐证后数字仍会变化");
  expect(await at("?year=2020")).not.toContain("最终结果");
  const running = await at(AS_OF);
  expect(running).toContain("佐证和查验按今天的情况");
  const key = "</svg>序时应到";
  expect([running, await at("?year=2020")].map((html) => html.includes(key))).toEqual([
    true,
    false,
  ]);
});

test("a month's figures open their lists: those of the month, and all until its end", async () => {
  const { html } = await visit(
    target,
    "/targets/:targetId",
    `/targets/${targetId}${AS_OF}`,
    prefecture,
  );
  const list = `/targets/${targetId}/areas/532300?list=proved`;
  expect(html).toContain(`href="${list.replaceAll("&", "&amp;")}&amp;asOf=2020-05-31"`);
  expect(html).toContain(`href="${list}&amp;asOf=2020-06-20&amp;month=2020-05"`);
  const open = (month: string) =>
    visit(
      people,
      "/targets/:targetId/areas/:areaCode",
      `${list}&asOf=2020-06-20&month=${month}`,
      prefecture,
    );
  expect((await open("2020-05")).html).toContain("2020年05月计入的 1 人");
  expect((await open("2020-06")).html).toContain("名单为空");
  expect((await open("soon")).status).toBe(404);
});

test("the page of a target has its curve with the table beside it, its basis and its history", async () => {
  const { html } = await visit(
    target,
    "/targets/:targetId",
    `/targets/${targetId}${AS_OF}`,
    prefecture,
  );
  expect(html).toContain("各月末累计");
  expect(html).toContain("文件未规定，为本系统定义");
  expect(html).toContain("首次下达");
  expect(html).not.toContain("style=");
});

test("the list of who is not counted says why, and is the district's too, masked", async () => {
  await database.owner.query(
    `INSERT INTO pairing (id, district_code, county_code, from_on, source)
     VALUES (gen_random_uuid(), '310104', $1, '2020-01-01', 'test')`,
    [NANHUA],
  );
  const district = await aVisitor("districtOfficer", "310104");
  const address = `/targets/${targetId}/areas/${NANHUA}${AS_OF}&list=missing`;
  const { html } = await visit(people, "/targets/:targetId/areas/:areaCode", address, district);
  expect(html).toContain("没有佐证材料");
  expect(html).toContain("嘉定物流有限公司");
  expect(html).toMatch(/532324\*{8}\d{3}[\dX]/);
  expect(html).not.toMatch(/532324\d{11}/);
  expect(html).not.toContain("1391");
});

test("what is wrong in a new target is said at its field; what is right leads to its page", async () => {
  const texts = { ...targetTextsOf(NANHUA), regionCode: "532300", [`share.${NANHUA}`]: "十五" };
  const wrong = await visit(newTarget, "/targets/new", "/targets/new", prefecture, texts);
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("任务数应为 0 至 9999999 的整数");
  const right = { ...texts, [`share.${NANHUA}`]: "15" };
  const entered = await visit(newTarget, "/targets/new", "/targets/new", prefecture, right);
  expect(entered.location).toMatch(/^\/targets\/[0-9a-f-]{36}\?done=enter$/);
});
