import { idNumberOf } from "#test/builders/id-card-number";
import {
  manyRows,
  oleContainer,
  rawWorkbook,
  repeated,
  worksheet,
} from "#test/support/hostile-workbooks";
import { file, plainWorkbook, registerClass, untilChecked, upload } from "./support/rosters";
import { expect, test } from "./support/visitors";

const HEADER = ["姓名", "身份证号码", "联系电话"];
const TRAINEE = ["马志芬", idNumberOf("532324", "1985-03-02", 108), "13800001234"];
const NEIGHBOUR = ["李志强", idNumberOf("532323", "1986-03-02", 117), "13800001235"];
const rows = (...trainees: string[][]) => plainWorkbook([HEADER, ...trainees]);
const cells = (row: readonly string[]) =>
  row.map((text) => `<c t="str"><v>${text}</v></c>`).join("");

const macros = () =>
  rawWorkbook({
    sheet: worksheet(`<row>${cells(HEADER)}</row><row>${cells(TRAINEE)}</row>`),
    extraParts: [{ name: "xl/vbaProject.bin", content: "x" }],
  });
const external = `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>`;
const bombRow = `<row><c t="str"><v>${"9".repeat(1_000)}</v></c></row>`;
const wideRow = `<row>${"<c><v>1</v></c>".repeat(5_000)}</row>`;

const millionRows = () =>
  manyRows(1_048_576, "<c><v>1</v></c>").replace(
    /^.*?<\/row>/,
    `<row r="1">${cells(HEADER)}</row>`,
  );

/** Name of the file, its bytes, and what the officer must read. */
const FILES: readonly (readonly [name: string, bytes: () => Buffer, told: RegExp])[] = [
  ["程序.xlsx", () => Buffer.concat([Buffer.from("MZ"), Buffer.alloc(500)]), /可执行程序/],
  ["空文件.xlsx", () => Buffer.alloc(0), /空/],
  ["加密.xlsx", () => oleContainer("EncryptionInfo", "EncryptedPackage"), /密码.*去掉密码/],
  ["炸弹.xlsx", () => rawWorkbook({ sheet: repeated(bombRow, 60_000) }), /压缩/],
  ["外部实体.xlsx", () => rawWorkbook({ sheet: external }), /外部/],
  ["五千列.xlsx", () => rawWorkbook({ sheet: worksheet(wideRow) }), /列.*\d|\d.*列/],
  ["百万行.xlsx", () => rawWorkbook({ sheet: worksheet(millionRows()) }), /20 万行/],
  ["带宏.xlsm", macros, /宏已忽略/],
  ["外县.xlsx", () => rows(TRAINEE, NEIGHBOUR), /牟定|532323|外县|不在本县/],
  [
    "缺身份证列.xlsx",
    () =>
      plainWorkbook([
        ["姓名", "联系电话"],
        ["李文", "13800001236"],
      ]),
    /身份证号码/,
  ],
  [
    "重复表头.xlsx",
    () =>
      plainWorkbook([
        ["姓名", "姓名", ...HEADER.slice(1)],
        ["甲", ...TRAINEE],
      ]),
    /姓名/,
  ],
];

test("[R02] files that are broken, hostile or strange are told in Chinese, and the pages stay quick", async ({
  openAs,
  app,
}) => {
  test.setTimeout(180_000);
  const page = await openAs("nanhua");
  const classId = await registerClass(page, "怪文件班");
  for (const [name, bytes, told] of FILES) {
    await test.step(name, async () => {
      await upload(page, classId, file(name, bytes()));
      let isChecked = false;
      const checked = untilChecked(page).finally(() => (isChecked = true));
      let slowest = 0;
      while (!isChecked) slowest = Math.max(slowest, await pause(app.url));
      await checked;
      const said = await page.getByRole("main").innerText();
      expect.soft(said, name).toMatch(told);
      expect.soft(said, name).not.toMatch(/error|invalid|undefined|NaN/i);
      expect.soft(slowest, `slowest page during ${name}, in ms`).toBeLessThan(2_000);
    });
  }
});

/** Milliseconds until two pages have answered, after a short rest. */
async function pause(home: string): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 150));
  const start = performance.now();
  const answers = await Promise.all([fetch(`${home}/healthz`), fetch(`${home}/sign-in`)]);
  for (const answer of answers) expect(answer.status).toBe(200);
  return performance.now() - start;
}
