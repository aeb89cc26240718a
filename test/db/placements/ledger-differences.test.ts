import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { correctRows } from "~/usecases/rosters/correct-import-rows.server";
import { decideDifferences } from "~/usecases/rosters/decide-differences.server";
import { requestCommit } from "~/usecases/rosters/request-commit.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { value } from "../rosters/support";
import * as ledger from "./ledger-import-support";

const NANHUA = "532324";
const LUO = { name: "罗志荣", idCardNumber: idNumberOf(NANHUA, "1980-05-05", 563) };
const QI = { name: "起桂芳", idCardNumber: idNumberOf(NANHUA, "1991-03-02", 562) };
const JOB = {
  ...{ county: "南华县", township: "龙川镇", sex: "男", phone: "15827307528" },
  ...{ workProvince: "上海市", workplace: "嘉定区", employer: "嘉定物流有限公司" },
  ...{ creditCode: "91310114EGLPXMHH7H", jobTitle: "装卸工", monthlyWage: "4500" },
  ...{ startedOn: "2020-05-06", contractKind: "劳动合同", arrangement: "有组织", publicPost: "否" },
};

let at: TestPlatform;
const officer = anActor("caseOfficer", NANHUA, "张经办");
const neighbour = anActor("caseOfficer", "532323", "王经办");

beforeAll(async () => {
  at = await openTestPlatform();
  const first = await ledger.ledgerFile([{ ...LUO, ...JOB }]);
  await ledger.intoLedger(officer, await ledger.checkedLedger(officer, NANHUA, first));
});
afterAll(() => at.close());

type Cells = Parameters<typeof ledger.ledgerFile>[0];

async function checked(lines: Cells, actor = officer, region = NANHUA) {
  const importId = await ledger.checkedLedger(actor, region, await ledger.ledgerFile(lines));
  return { importId, rows: await ledger.ledgerRows(actor, importId) };
}

const kinds = ({ findings }: { findings: readonly { kind: string }[] }) =>
  findings.map(({ kind }) => kind);

test("a line on the ledger with other data waits for a decision; taken, only what the file says changes", async () => {
  const change = { monthlyWage: "5000", contractKind: "劳务协议", jobTitle: "" };
  const { importId, rows } = await checked([{ ...LUO, ...JOB, ...change, workplace: "松江区" }]);
  expect(rows[0]).toMatchObject({ matching: "lineDiffers" });
  expect(rows[0]?.differences.map(({ label, known, given }) => [label, known, given])).toEqual([
    ["务工地", "上海市嘉定区", "上海市松江区"],
    ["月工资", "4,500 元", "5,000 元"],
    ["合同类型", "劳动合同", "劳务协议"],
    ["就业形式", "正规就业", "灵活就业"],
  ]);
  expect(await requestCommit(officer, importId, "all", ledger.NOW)).toMatchObject({
    refusal: { kind: "undecided" },
  });
  value(await decideDifferences(officer, importId, { all: "take" }, ledger.NOW));
  await ledger.intoLedger(officer, importId);
  const { rows: lines } = await at.owner.query(
    `SELECT workplace_code AS place, monthly_wage_fen AS wage, contract_kind AS contract, form,
       job_title AS job, version FROM placement`,
  );
  expect(lines).toEqual([
    {
      ...{ place: "310117", wage: 500_000, contract: "SERVICE_AGREEMENT", form: "FLEXIBLE" },
      ...{ job: "装卸工", version: 2 },
    },
  ]);
});

test("[R26] a group comes in with a line, is taken over by decision, and stays where the file has no column for it", async () => {
  const one = { name: "罗桂英", idCardNumber: idNumberOf(NANHUA, "1994-02-01", 106) };
  const line = { ...one, ...JOB, sex: "女" };
  const group = async () => {
    const { rows } = await at.owner.query<{ stands: string }>(
      "SELECT worker_group || ' ' || form AS stands FROM placement WHERE name = $1",
      [one.name],
    );
    return rows.map(({ stands }) => stands);
  };
  const first = await checked([{ ...line, workerGroup: "返乡大学生" }]);
  await ledger.intoLedger(officer, first.importId);
  expect(await group()).toEqual(["RETURNED_GRADUATE FORMAL"]);
  // A column with a blank cell says nothing, and neither does a file without the column.
  const blank = await checked([line]);
  expect(blank.rows[0]?.matching).toBe("onRoster");
  const changed = { ...line, monthlyWage: "5000" };
  const other = await ledger.ledgerFile([changed], ["workerGroup"]);
  const withoutColumn = await ledger.checkedLedger(officer, NANHUA, other);
  value(await decideDifferences(officer, withoutColumn, { all: "take" }, ledger.NOW));
  await ledger.intoLedger(officer, withoutColumn);
  expect(await group()).toEqual(["RETURNED_GRADUATE FORMAL"]);
  const { importId, rows } = await checked([{ ...changed, workerGroup: "致富带头人" }]);
  expect(rows[0]?.differences.map(({ label, known, given }) => [label, known, given])).toEqual([
    ["人员类别", "返乡大学生", "致富带头人"],
  ]);
  value(await decideDifferences(officer, importId, { all: "take" }, ledger.NOW));
  await ledger.intoLedger(officer, importId);
  expect(await group()).toEqual(["LEADER FORMAL"]);
});

test("kept as recorded, a line is not written again", async () => {
  const { importId } = await checked([{ ...LUO, ...JOB, workplace: "闵行区", monthlyWage: "1" }]);
  value(await decideDifferences(officer, importId, { all: "keep" }, ledger.NOW));
  await ledger.intoLedger(officer, importId);
  expect((await ledger.importPage(officer, importId)).commitCounts).toMatchObject({
    ...{ added: 0, updated: 0, unchanged: 1 },
  });
});

test("another employer or another first day is another line, and the job still open is pointed out", async () => {
  const other = { employer: "松江电子有限公司", creditCode: "", startedOn: "2020-08-01" };
  const { importId, rows } = await checked([{ ...LUO, ...JOB, ...other }]);
  expect(rows[0]).toMatchObject({ matching: "known", state: "warning" });
  expect(rows[0]?.findings.map(({ kind }) => kind)).toContain("other-engagement");
  expect(JSON.stringify(rows[0]?.findings)).toContain("“嘉定物流有限公司”已有一份工作");
  await ledger.intoLedger(officer, importId);
  const { rows: employers } = await at.owner.query(
    "SELECT name, owner_code AS owner, kind FROM employer WHERE credit_code IS NULL",
  );
  expect(employers).toEqual([{ name: "松江电子有限公司", owner: NANHUA, kind: "ENTERPRISE" }]);
  // The same file again: found by the name, for there is no code.
  const again = await checked([{ ...LUO, ...JOB, ...other }]);
  expect(again.rows[0]?.matching).toBe("onRoster");
});

test("another county is told that he is not its own, and nothing of the job", async () => {
  const { rows } = await checked([{ ...LUO, ...JOB, county: "牟定县" }], neighbour, "532323");
  expect(rows[0]).toMatchObject({ state: "refused", matching: "new", differences: [] });
  expect(kinds(rows[0] ?? { findings: [] })).toEqual(["other-county-person"]);
});

test("a class of the same days is pointed out by its name", async () => {
  const cls = { name: "家政班", term: "第1期", countyCode: NANHUA, createdBy: officer.userId };
  await inTransaction(officer, (tx) => buildRoster(tx, { ...cls, trainees: [QI] }));
  const { rows } = await checked([{ ...QI, ...JOB, sex: "女", startedOn: "2020-06-08" }]);
  expect(JSON.stringify(rows[0]?.findings)).toContain("培训班“家政班（第1期）”");
});

test("the same line twice in a file is refused once, a second job is pointed out, one code has one name", async () => {
  const second = { creditCode: "", employer: "王家农场", startedOn: "2020-07-01" };
  const { importId, rows } = await checked([
    { ...QI, ...JOB, sex: "女" },
    { ...QI, ...JOB, sex: "女", jobTitle: "保洁" },
    { ...QI, ...JOB, ...second, sex: "女" },
    { ...LUO, ...JOB, employer: "嘉定物流公司" },
  ]);
  expect(rows.map(({ state }) => state)).toEqual(["warning", "refused", "warning", "warning"]);
  expect(kinds(rows[1] ?? { findings: [] })).toContain("duplicate-in-file");
  expect(kinds(rows[2] ?? { findings: [] })).toContain("second-job-in-file");
  expect(kinds(rows[3] ?? { findings: [] })).toEqual(
    expect.arrayContaining(["employer-two-names", "employer-known-otherwise"]),
  );
  // Typed over in the page, the repeated line becomes one of its own.
  const corrections = [{ sheetRow: 4, values: { startedOn: "2020-03-01" } }];
  value(await correctRows(officer, importId, corrections, ledger.NOW));
  const after = await ledger.ledgerRows(officer, importId);
  expect(after.map(({ state }) => state)).not.toContain("refused");
});

test("who has a second job in the file is told anew after each correction", async () => {
  const numberOf = (serial: number) => idNumberOf(NANHUA, "1994-04-04", serial);
  const somebody = (name: string, serial: number) => ({
    name,
    sex: "男",
    idCardNumber: numberOf(serial),
  });
  const other = { creditCode: "", employer: "王家农场", startedOn: "2020-07-01" };
  const odd = { sex: "女" };
  const { importId } = await checked([
    { ...somebody("普一", 301), ...JOB, ...odd },
    { ...somebody("普一", 301), ...JOB, ...other, ...odd },
    { ...somebody("普二", 303), ...JOB, ...odd },
  ]);
  const second = async () =>
    (await ledger.ledgerRows(officer, importId)).map((row) =>
      kinds(row).includes("second-job-in-file"),
    );
  const type = async (sheetRow: number, values: Record<string, string>) =>
    value(await correctRows(officer, importId, [{ sheetRow, values }], ledger.NOW));
  expect(await second()).toEqual([false, true, false]);
  // The first row's number was another's: the second is no second job any more.
  await type(3, { idCardNumber: numberOf(305) });
  expect(await second()).toEqual([false, false, false]);
  // A number typed anew that stands further up: now it is.
  await type(5, { idCardNumber: numberOf(301) });
  expect(await second()).toEqual([false, false, true]);
});

test("all or nothing: a line that cannot be written leaves no person, employer or line behind", async () => {
  const file = [{ name: "普美芝", idCardNumber: idNumberOf(NANHUA, "1993-01-01", 104), ...JOB }];
  const { importId } = await checked([{ ...file[0], sex: "女", employer: "新厂", creditCode: "" }]);
  await at.owner.query(
    `UPDATE roster_import_row SET fields = fields || '{"workplaceCode": null}' WHERE import_id = $1`,
    [importId],
  );
  await ledger.intoLedger(officer, importId);
  expect(await ledger.importPage(officer, importId)).toMatchObject({ state: "checked" });
  const { rows } = await at.owner.query(
    `SELECT (SELECT count(*)::int FROM person WHERE name = '普美芝') AS people,
       (SELECT count(*)::int FROM employer WHERE name = '新厂') AS employers,
       (SELECT count(*)::int FROM placement WHERE import_id = $1) AS lines`,
    [importId],
  );
  expect(rows).toEqual([{ people: 0, employers: 0, lines: 0 }]);
});
