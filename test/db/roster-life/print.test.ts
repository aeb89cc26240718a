import { afterAll, beforeAll, expect, test } from "vitest";
import { parsePageCode } from "~/domain/rosters/page-code";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { printRoster } from "~/usecases/rosters/print-roster.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-06-20T02:00:00Z");
const officer = anActor("caseOfficer", COUNTY, "经办甲");
const TRAINEES = Array.from({ length: 23 }, (_, index) => ({
  name: "李开翠",
  idCardNumber: idNumberOf("532323", "1990-01-01", index + 1),
}));

let database: TestPlatform;
let rosterId: string;

beforeAll(async () => {
  database = await openTestPlatform();
  const facts = { countyCode: COUNTY, createdBy: officer.userId, trainees: TRAINEES };
  const built = await inTransaction(officer, (tx) =>
    buildRoster(tx, { ...facts, name: "家政服务员", term: "第3期" }),
  );
  rosterId = built.id;
});
afterAll(() => database.close());

async function printed(actor = officer) {
  const outcome = await printRoster(actor, { rosterId, purpose: "结业签字" }, NOW);
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  return outcome.value;
}

const prints = async () =>
  (await database.owner.query("SELECT * FROM roster_print ORDER BY print_no")).rows as unknown[];

test("[R02] a printing for ink is kept with its lines, their versions and a code for each page", async () => {
  const { signing, lines, copyNo } = await printed();
  const codes = signing?.pages.map(({ code }) => parsePageCode(code)) ?? [];
  const code = codes[0]?.printCode;
  expect(code).toMatch(/^[0-9A-Z]{10}$/);
  expect(codes).toEqual([1, 2, 3].map((page) => ({ printCode: code, page, pages: 3 })));
  const { rows } = await database.owner.query("SELECT content_version FROM roster WHERE id = $1", [
    rosterId,
  ]);
  expect(await prints()).toEqual([
    expect.objectContaining({
      code,
      roster_id: rosterId,
      county_code: COUNTY,
      print_no: 1,
      content_version: (rows[0] as { content_version: number }).content_version,
      rows_per_page: 10,
      page_count: 3,
      line_ids: lines.map(({ id }) => id),
      line_versions: lines.map(() => 1),
      copy_no: copyNo,
      printed_by_name: "经办甲",
    }),
  ]);
});

test("two printings at once take different numbers and different codes", async () => {
  const before = (await prints()).length;
  const both = await Promise.all([printed(), printed()]);
  const numbers = both.map(({ signing }) => signing?.printNo ?? 0);
  expect(numbers.toSorted((a, b) => a - b)).toEqual([before + 1, before + 2]);
  expect(new Set(both.map(({ signing }) => signing?.pages[0]?.code)).size).toBe(2);
});

test("the printing after a change names the new content and the changed line's new version", async () => {
  const before = await printed();
  const [first] = before.lines;
  await database.owner.query(
    "UPDATE roster_line SET phone_index = NULL, name = '李开美' WHERE id = $1",
    [first?.id],
  );
  const after = await printed();
  expect(after.signing?.contentVersion).toBeGreaterThan(before.signing?.contentVersion ?? 0);
  const last = (await prints()).at(-1) as { line_versions: number[] };
  expect(last.line_versions.slice(0, 2)).toEqual([2, 1]);
});

test("a copy with hidden numbers is not for signing: no code, nothing kept", async () => {
  const before = (await prints()).length;
  const copy = await printed(anActor("secondedOfficial", COUNTY));
  expect(copy).toMatchObject({ signing: null, notForSigning: "masked" });
  expect(await prints()).toHaveLength(before);
});

test("a sealed roster is printed, but not for signing", async () => {
  const before = (await prints()).length;
  await database.owner.query("UPDATE roster SET state = 'sealed' WHERE id = $1", [rosterId]);
  expect(await printed()).toMatchObject({ signing: null, notForSigning: "sealed" });
  expect(await prints()).toHaveLength(before);
});
