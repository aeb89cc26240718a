import { afterAll, beforeAll, expect, test } from "vitest";
import { viewImport } from "~/data/rosters/import-view.server";
import { writeWorkbook } from "~/platform/workbook/write-workbook.server";
import { chooseColumns } from "~/usecases/rosters/choose-columns.server";
import { previewColumns } from "~/usecases/rosters/preview-columns.server";
import { anActor } from "#test/builders/actor";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { checkedImport, newClass, NOW, received, value, workOff } from "./support";
import { headerSignature } from "~/domain/rosters/header-signature";

const NANHUA = "532324";
const TODAY = "2020-07-01";
/** Headers of the county's own making: no alias says which is the number. */
const OWN_HEADERS = ["编", "学员大名", "证件", "手机"];

let at: TestPlatform;
const officer = anActor("caseOfficer", NANHUA, "张经办");
const neighbour = anActor("caseOfficer", "532323", "王经办");

beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

async function ownForm(title: string, idCardNumber = "532324197909085558") {
  const line = ["1", "王仙", idCardNumber, "18896320607"];
  const rows = [[title], OWN_HEADERS, line].map((texts) => ({
    cells: texts.map((text) => ({ text })),
  }));
  const chunks: Buffer[] = [];
  const sheet = { name: "名单", columns: OWN_HEADERS.map(() => ({ width: 12 })), rows };
  for await (const chunk of writeWorkbook([sheet])) chunks.push(chunk);
  return received(Buffer.concat(chunks), `${title}.xlsx`);
}

async function stateOf(importId: string) {
  return (await viewImport(officer, importId, TODAY))?.state;
}

function choice(columns: Record<string, number>) {
  const signature = headerSignature(OWN_HEADERS.map((header) => ({ header })));
  return { sheet: "名单", headerRow: 2, signature, columns };
}

test("columns nobody can guess are pointed out by hand, and remembered for that county alone", async () => {
  const classId = await newClass(officer, NANHUA);
  const importId = await checkedImport(officer, classId, await ownForm("第一班"));
  expect(await stateOf(importId)).toBe("needsColumns");
  const preview = await previewColumns(officer, importId, { sheet: "名单", headerRow: 2 });
  expect(preview?.columns.map((one) => one.header)).toEqual(OWN_HEADERS);
  expect(JSON.stringify(preview)).not.toContain("532324197909085558");

  const columns = { name: 1, idCardNumber: 2, phone: 3 };
  value(await chooseColumns(officer, importId, choice(columns), NOW));
  await workOff();
  const view = await viewImport(officer, importId, TODAY);
  expect(view).toMatchObject({ state: "checked", headerRow: 2, counts: { rows: 1, refused: 0 } });

  const again = await checkedImport(
    officer,
    await newClass(officer, NANHUA),
    await ownForm("第二班"),
  );
  expect(await stateOf(again)).toBe("checked");
  const elsewhere = await checkedImport(
    neighbour,
    await newClass(neighbour, "532323"),
    await ownForm("邻县的班"),
  );
  expect((await viewImport(neighbour, elsewhere, TODAY))?.state).toBe("needsColumns");
});

test("a choice that leaves out a column every roster needs is refused by its name", async () => {
  const form = await ownForm("第三班", "532324198807055635");
  const importId = await checkedImport(
    officer,
    await newClass(officer, NANHUA, ["2020-05-01", "2020-05-02"]),
    form,
  );
  const outcome = await chooseColumns(officer, importId, choice({ name: 1, phone: 3 }), NOW);
  expect(outcome).toEqual({ ok: false, refusal: { kind: "missing", headers: ["身份证号码"] } });
});

test("another county can neither look at a file's top nor choose its columns", async () => {
  const importId = await checkedImport(
    officer,
    await newClass(officer, NANHUA),
    await ownForm("第四班"),
  );
  const wanted = { sheet: null, headerRow: null };
  expect(await previewColumns(neighbour, importId, wanted)).toBeNull();
  const columns = { name: 1, idCardNumber: 2, phone: 3 };
  expect(await chooseColumns(neighbour, importId, choice(columns), NOW)).toMatchObject({
    refusal: { kind: "notFound" },
  });
});
