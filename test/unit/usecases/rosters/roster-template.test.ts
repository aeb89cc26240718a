import { beforeAll, expect, test } from "vitest";
import { read, utils, write } from "xlsx";
import { day } from "~/domain/shared/calendar-date";
import { trainingLayout } from "~/domain/rosters/layouts/training";
import { checkRosterFile } from "~/usecases/rosters/check-roster-file.server";
import { rosterTemplate } from "~/usecases/rosters/roster-template.server";

let bytes: Buffer;

beforeAll(async () => {
  const chunks: Buffer[] = [];
  for await (const chunk of rosterTemplate().bytes) chunks.push(chunk);
  bytes = Buffer.concat(chunks);
});

test("the template carries the layout's columns, its notes and its edition", () => {
  const book = read(bytes, { cellText: true });
  expect(book.SheetNames.slice(0, 2)).toEqual(["花名册", "填写说明"]);
  const texts = (name: string) =>
    utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: "" });
  const header = texts("花名册")[2] ?? [];
  const expected = trainingLayout.fields.filter((field) => field.inTemplate);
  expect(header).toEqual(expected.map((field) => field.header));
  expect(texts("花名册")[1]?.[0]).toContain(trainingLayout.edition);
  expect(texts("填写说明").map((row) => row[0])).toEqual(["版本", ...header]);
  const props: Record<string, unknown> = { ...book.Custprops };
  // SheetJS reads the UTF-8 of custom properties byte by byte.
  expect(Buffer.from(String(props["edition"]), "latin1").toString()).toBe(trainingLayout.edition);
});

test("200 rows are ready, every cell of them text", () => {
  const book = read(bytes, { cellStyles: true, cellNF: true, sheetStubs: true });
  const sheet = book.Sheets["花名册"] ?? {};
  expect(utils.decode_range(sheet["!ref"] ?? "A1").e.r).toBe(202);
  const column = trainingLayout.fields.filter((field) => field.inTemplate);
  const id = utils.encode_col(column.findIndex((field) => field.key === "idCardNumber"));
  for (const row of [4, 203]) {
    expect(sheet[`${id}${row}`]).toMatchObject({ z: "@" });
  }
});

test("[R02] a filled-in template is taken with nothing to find", async () => {
  const book = read(bytes);
  const sheet = book.Sheets["花名册"] ?? {};
  const fields = trainingLayout.fields.filter((field) => field.inTemplate);
  const example = fields.map(({ key, example: text }) => (key === "sequence" ? "1" : text));
  utils.sheet_add_aoa(sheet, [example], { origin: "A4" });
  const filled: unknown = write(book, { type: "buffer", bookType: "xlsx" });
  if (!Buffer.isBuffer(filled)) throw new Error("no bytes");
  const report = await checkRosterFile({
    roster: { name: "模板.xlsx", bytes: filled },
    registry: null,
    classStartsOn: null,
    today: day("2020-06-20"),
  });
  expect(report).toMatchObject({
    ok: true,
    value: { sheet: "花名册", headerRow: 3, rows: 1, findings: [] },
  });
});

test("an empty template is read as a table without people", async () => {
  const report = await checkRosterFile({
    roster: { name: "模板.xlsx", bytes },
    registry: null,
    classStartsOn: null,
    today: day("2020-06-20"),
  });
  expect(report).toMatchObject({ ok: true, value: { rows: 0, findings: [] } });
});
