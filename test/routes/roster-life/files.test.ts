import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "~/platform/prisma/transaction.server";
import * as exportFile from "~/routes/rosters/export-file";
import * as exportPage from "~/routes/rosters/export";
import * as printPage from "~/routes/rosters/print";
import * as template from "~/routes/rosters/template";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster, type TraineeToBuild } from "#test/builders/roster";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";

const COUNTY = "532323";
const FULL_ID = /\d{17}[\dXx]/;

let database: TestPlatform;
let officer: Visitor;

beforeAll(async () => {
  database = await openTestPlatform();
  officer = await aVisitor("caseOfficer", COUNTY, "经办甲");
});
afterAll(() => database.close());

function built(trainees: readonly TraineeToBuild[], name: string) {
  const scope = { userId: officer.userId, counties: [COUNTY] };
  const facts = { countyCode: COUNTY, createdBy: officer.userId, name, term: "第1期" };
  return inTransaction(scope, (tx) => buildRoster(tx, { ...facts, trainees }));
}

test("an export is a file with a Chinese name; full numbers ask for a reason", async () => {
  const { id } = await built([], "电工");
  const path = "/rosters/:rosterId/export/file";
  const at = `/rosters/${id}/export/file`;
  const bare = await visit(exportFile, path, at, officer, { numbers: "full", reason: "" });
  expect(bare.location).toBe(`/rosters/${id}/export?refused=reason`);
  const form = await visit(
    exportPage,
    "/rosters/:rosterId/export",
    `/rosters/${id}/export?refused=reason`,
    officer,
  );
  expect(form.html).toContain("导出完整号码须写明用途");
  const { response } = await visit(exportFile, path, at, officer, { numbers: "masked" });
  expect(response?.headers.get("Content-Disposition")).toContain(
    `filename*=UTF-8''${encodeURIComponent("花名册_电工（第1期）_")}`,
  );
  expect((await response?.text())?.slice(0, 2)).toBe("PK");
});

test("the paper form has ten people a sheet, room for ink, and says who printed it", async () => {
  const trainees = Array.from({ length: 11 }, (_, index) => ({
    name: "李开翠",
    idCardNumber: idNumberOf("532323", "1980-01-01", index + 1),
  }));
  const { id } = await built(trainees, "家政服务员");
  const at = (form?: Record<string, string>) =>
    visit(printPage, "/rosters/:rosterId/print", `/rosters/${id}/print`, officer, form);
  expect((await at({ purpose: "" })).html).toContain("请写明打印用途");
  const { html } = await at({ purpose: "结业签字" });
  expect(html).toContain("共 11 人，本页 10 人，涂改无效");
  expect(html).toContain("共 11 人，本页 1 人，涂改无效");
  expect(html).toContain(trainees[10]?.idCardNumber);
  expect(html).toMatch(/打印人：经办甲　时间：\d{4}-\d\d-\d\d \d\d:\d\d　份号：\d{8}-/);
  for (const word of ["签字", "手印", "监督人（援滇干部）", "填表人", "审核人", "2020 年第 1 版"]) {
    expect(html).toContain(word);
  }
  expect((await at()).html).not.toMatch(FULL_ID);
});

test("the template comes as a file", async () => {
  const { response } = await visit(template, "/rosters/template", "/rosters/template", officer);
  expect(response?.status).toBe(200);
  expect(response?.headers.get("Content-Type")).toContain("spreadsheetml");
});
