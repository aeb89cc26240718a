import { expect, test } from "vitest";
import {
  openWorkbook,
  ROSTER_LIMITS,
  WorkbookRefused,
} from "~/platform/workbook/open-workbook.server";
import {
  manyRows,
  oleContainer,
  rawWorkbook,
  rawZip,
  repeated,
  workbookParts,
  worksheet,
} from "#test/support/hostile-workbooks";
import { allRows, readRows, refusalOf } from "#test/support/read-workbook";

const CHINESE_SENTENCE = /^[^A-Za-z]*[一-龥][\s\S]*。$/;
const plainSheet = worksheet("<row><c><v>1</v></c></row>");

test.each([
  ["nothing", Buffer.alloc(0), "empty"],
  ["a program", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]), "not-a-workbook"],
  ["a PDF", Buffer.from("%PDF-1.7\n"), "not-a-workbook"],
  ["a PNG", Buffer.from("89504e470d0a1a0a", "hex"), "not-a-workbook"],
  ["a JPEG", Buffer.from("ffd8ffe000104a464946", "hex"), "not-a-workbook"],
  [
    "random bytes",
    Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + 13) % 251)),
    "not-a-workbook",
  ],
  [
    "an HTML table",
    Buffer.from('\ufeff<html xmlns:x="urn:x"><table><tr><td>姓名</td></tr></table></html>'),
    "html-as-xls",
  ],
  ["an HTML page with a DOCTYPE", Buffer.from("<!DOCTYPE html><html></html>"), "html-as-xls"],
  [
    "a web archive",
    Buffer.from("MIME-Version: 1.0\r\nContent-Type: multipart/related"),
    "html-as-xls",
  ],
  [
    "XML of Excel 2003",
    Buffer.from(
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ),
    "unsupported",
  ],
  ["an encrypted workbook", oleContainer("EncryptionInfo", "EncryptedPackage"), "encrypted"],
  ["an old Word document", oleContainer("WordDocument"), "not-a-workbook"],
  ["a Word document", rawZip([{ name: "word/document.xml", content: "<w/>" }]), "not-a-workbook"],
  ["a zip of something else", rawZip([{ name: "名册.xlsx", content: "x" }]), "not-a-workbook"],
  ["a binary workbook", rawZip([{ name: "xl/workbook.bin", content: "x" }]), "unsupported"],
  [
    "a zip with a password",
    rawZip(workbookParts({ sheet: plainSheet }).map((part) => ({ ...part, encrypted: true }))),
    "encrypted",
  ],
])("%s is refused with a Chinese sentence", async (_what, bytes, kind) => {
  const refusal = await refusalOf(bytes, "名册.xlsx");
  expect(refusal.kind).toBe(kind);
  expect(refusal.message).toMatch(/。$/);
  expect(refusal.message).not.toMatch(/error|invalid|unexpected|undefined/i);
});

test("the cure for a password says where to take it off", async () => {
  const refusal = await refusalOf(oleContainer("EncryptedPackage"), "名册.xlsx");
  expect(refusal.message).toMatch(/密码.*去掉密码/);
  expect(CHINESE_SENTENCE.test(refusal.message)).toBe(true);
});

test("a file as large as allowed is opened, one byte more is not", async () => {
  const bytes = rawWorkbook({ sheet: plainSheet });
  const allowed = { ...ROSTER_LIMITS, maxFileBytes: bytes.length };
  expect(await readRows(bytes, "a.xlsx", allowed)).toHaveLength(1);
  const refusal = await refusalOf(bytes, "a.xlsx", {
    ...allowed,
    maxFileBytes: bytes.length - 1,
  });
  expect(refusal.kind).toBe("too-large");
});

test("a bomb is stopped by its ratio long before the absolute limit", async () => {
  const row = `<row><c t="str"><v>${"9".repeat(1_000)}</v></c></row>`;
  const bytes = rawWorkbook({ sheet: repeated(row, 60_000) });
  const before = process.memoryUsage().arrayBuffers;
  expect(await refusalOf(bytes)).toMatchObject({ kind: "zip-bomb" });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
});

test("a bomb whose header lies about its size is stopped where the lie ends", async () => {
  const parts = workbookParts({ sheet: plainSheet }).map((part) =>
    part.name.endsWith("sheet1.xml")
      ? { ...part, content: repeated(" ", 40_000_000), claimedSize: 1000 }
      : part,
  );
  expect(await refusalOf(rawZip(parts))).toMatchObject({ kind: "zip-bomb" });
});

test("a bomb among the shared strings is stopped as well", async () => {
  const sharedStrings = `<sst>${repeated(`<si><t>${"9".repeat(1_000)}</t></si>`, 60_000).toString()}</sst>`;
  const bytes = rawWorkbook({ sheet: plainSheet, sharedStrings });
  expect(await refusalOf(bytes)).toMatchObject({ kind: "zip-bomb" });
});

test("what inflates beyond the limit is refused with the limit", async () => {
  const limits = { ...ROSTER_LIMITS, maxInflatedBytes: 1024 * 1024 };
  const refusal = await refusalOf(
    rawWorkbook({ sheet: worksheet(manyRows(60_000)) }),
    "a.xlsx",
    limits,
  );
  expect(refusal.kind).toBe("too-large");
  expect(refusal.message).toContain("1 MB");
});

test("66,000 parts are refused", async () => {
  const parts = Array.from({ length: 66_000 }, (_, index) => ({
    name: `p${index}`,
    content: "",
    stored: true,
  }));
  expect(await refusalOf(rawZip(parts))).toMatchObject({ kind: "too-many-entries" });
});

test("1,048,576 rows are refused at the limit", async () => {
  const sheet = worksheet(manyRows(1_048_576, '<c t="s"><v>0</v></c>'));
  const refusal = await refusalOf(
    rawWorkbook({ sheet, sharedStrings: "<sst><si><t>名</t></si></sst>" }),
  );
  expect(refusal).toMatchObject({ kind: "too-many-rows" });
  expect(refusal.message).toContain("20 万行");
});

test("5,000 columns are refused", async () => {
  const sheet = worksheet(`<row>${"<c><v>1</v></c>".repeat(5_000)}</row>`);
  expect(await refusalOf(rawWorkbook({ sheet }))).toMatchObject({ kind: "too-many-columns" });
});

test("20,001 merged blocks are refused", async () => {
  const merges = Array.from({ length: 20_001 }, (_, i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`);
  const sheet = worksheet("", `<mergeCells>${merges.join("")}</mergeCells>`);
  expect(await refusalOf(rawWorkbook({ sheet }))).toMatchObject({ kind: "too-many-merges" });
});

test("elements nested beyond any sheet, and one endless token, are damage", async () => {
  expect(await refusalOf(rawWorkbook({ sheet: "<a>".repeat(65) }))).toMatchObject({
    kind: "damaged",
  });
  const endless = `<worksheet><sheetData><row><c><v>${"9".repeat(3_000_000)}`;
  expect(await refusalOf(rawWorkbook({ sheet: endless }))).toMatchObject({ kind: "damaged" });
});

const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${plainSheet.slice(38)}`;
const external = `<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><worksheet><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>`;

test.each([
  ["entity bombs in the sheet", { sheet: laughs }],
  ["external entities in the sheet", { sheet: external }],
  ["external entities in the shared strings", { sheet: plainSheet, sharedStrings: external }],
  ["a DOCTYPE in the styles", { sheet: plainSheet, numberFormats: "<!DOCTYPE x>" }],
])("%s are refused", async (_what, book) => {
  expect(await refusalOf(rawWorkbook(book))).toMatchObject({ kind: "external-entities" });
});

test("a macro workbook gives its values and says that macros were ignored", async () => {
  const bytes = rawWorkbook({
    sheet: plainSheet,
    extraParts: [{ name: "xl/vbaProject.bin", content: "x" }],
  });
  const book = await openWorkbook(bytes, "名册.xlsm", ROSTER_LIMITS);
  expect(await allRows(book)).toHaveLength(1);
  expect(book.notices).toEqual(["文件带有宏，宏已忽略，只读取单元格的内容。"]);
});

test("names that would pollute prototypes are only names", async () => {
  const cells = '<c t="str" __proto__="1"><v>__proto__</v></c>';
  const rows = await readRows(
    rawWorkbook({ sheet: worksheet(`<row constructor="1">${cells}</row>`) }),
  );
  expect(rows[0]?.texts).toEqual(["__proto__"]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const whole = rawWorkbook({
  sheet: worksheet(
    manyRows(200, '<c t="s"><v>0</v></c><c s="1"><v>43989</v></c>'),
    '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
  ),
  sharedStrings: "<sst><si><t>王仙</t></si></sst>",
  cellFormats: '<xf numFmtId="0"/><xf numFmtId="14"/>',
});

test("a workbook cut anywhere is refused as damaged", async () => {
  for (let cut = 5; cut < whole.length; cut += Math.ceil(whole.length / 40)) {
    expect(await refusalOf(whole.subarray(0, cut))).toMatchObject({ kind: "damaged" });
  }
});

test("a sheet that breaks off inside an intact container is damaged", async () => {
  const sheet = worksheet(manyRows(10)).slice(0, -30);
  expect(await refusalOf(rawWorkbook({ sheet }))).toMatchObject({ kind: "damaged" });
});

test("rows that go backwards are damaged", async () => {
  const sheet = worksheet('<row r="5"><c><v>1</v></c></row><row r="4"><c><v>1</v></c></row>');
  expect(await refusalOf(rawWorkbook({ sheet }))).toMatchObject({ kind: "damaged" });
});

test("300 mutated workbooks end in rows or in a refusal, never in another error", async () => {
  const random = randomFrom(20_200_607);
  const stored = rawZip(
    workbookParts({ sheet: worksheet(manyRows(50)) }).map((part) => ({ ...part, stored: true })),
  );
  let refused = 0;
  for (let round = 0; round < 300; round++) {
    const bytes = Buffer.from(round % 2 === 0 ? whole : stored);
    for (let flips = 1 + random(6); flips > 0; flips--) bytes[random(bytes.length)] = random(256);
    const outcome = await refusalOf(bytes).catch((error: unknown) => error);
    if (outcome instanceof WorkbookRefused) refused++;
    else expect(String(outcome)).toContain("read without a refusal");
  }
  expect(refused).toBeGreaterThan(100);
}, 20_000);

/** Numerical Recipes' linear congruence: the same 300 files on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}
