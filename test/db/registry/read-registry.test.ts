import { afterAll, beforeAll, expect, test } from "vitest";
import { findEntry, listEntries } from "~/data/registry/entry-view.server";
import { listSnapshots, viewSnapshot } from "~/data/registry/registry-view.server";
import { verificationAt } from "~/data/registry/verification-view.server";
import type { Actor } from "~/domain/access/actor";
import { idCardIndex } from "~/platform/crypto/blind-index.server";
import { platform } from "~/platform/platform.server";
import { anActor } from "#test/builders/actor";
import { asXlsx, exportRow, exportRows, soundIdNumber } from "#test/builders/registry-export";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { CHUXIONG, imported, MOUDING, TOP, upload, WUDING } from "./support";

let at: TestPlatform;
const officer = anActor("caseOfficer", MOUDING, "普经办");
const neighbour = anActor("caseOfficer", WUDING, "白经办");
const prefecture = anActor("prefectureSupervisor", CHUXIONG, "施监管");

beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

test("[R01][R27] a person is verified at a date against the snapshot then in force", async () => {
  const number = soundIdNumber(MOUDING, "19770707", 7);
  const index = idCardIndex(platform().keyRing, number);
  const person = { idCardNumber: number, name: "余英" };
  await imported(
    officer,
    asXlsx([exportRow({ ...person, category: "边缘易致贫户", exportedAt: "2020-03-01" })]),
  );
  await imported(
    officer,
    asXlsx([exportRow({ ...person, category: "已脱贫", exportedAt: "2020-06-30" })]),
  );
  await imported(officer, asXlsx(exportRows(2))); // of 2020-06-20, and he is not in it
  const on = (date: string) => verificationAt(officer, index, MOUDING, date);
  expect(await on("2020-06-30")).toMatchObject({
    category: "LIFTED",
    snapshot: { exportedOn: "2020-06-30", isRetrospective: false },
  });
  // Whoever is not in the export of the day is not registered then.
  expect(await on("2020-06-29")).toMatchObject({
    kind: "notRegistered",
    snapshot: { exportedOn: "2020-06-20" },
  });
  expect(await on("2020-03-01")).toMatchObject({
    category: "AT_RISK",
    snapshot: { isRetrospective: false },
  });
  expect(await on("2020-02-29")).toMatchObject({
    category: "AT_RISK",
    snapshot: { exportedOn: "2020-03-01", isRetrospective: true },
  });
  expect(await verificationAt(officer, index, "530381", "2020-06-30")).toEqual({
    kind: "noSnapshot",
  });
});

test("an officer of another county sees neither snapshot nor people; the prefecture sees both", async () => {
  const number = soundIdNumber(MOUDING, "19660606", 6);
  const rows = [exportRow({ idCardNumber: number, name: "起家林", householdHead: "范围" })];
  const id = await imported(officer, asXlsx(rows));
  expect(await viewSnapshot(neighbour, id)).toBeNull();
  expect((await listSnapshots(neighbour, TOP, 50)).rows).toEqual([]);
  const index = idCardIndex(platform().keyRing, number);
  expect(await findEntry(neighbour, id, index)).toBeNull();
  expect(await findEntry(prefecture, id, index)).toMatchObject({ name: "起家林" });
  expect(await upload(neighbour, asXlsx(rows))).toMatchObject({ refusal: { kind: "forbidden" } });
});

test("a prefecture's export is shared out by county; each sees its own people", async () => {
  const id = await imported(
    prefecture,
    asXlsx([
      exportRow({ idCardNumber: soundIdNumber(MOUDING, "19700101", 1), name: "尹光英" }),
      exportRow({
        idCardNumber: soundIdNumber(WUDING, "19700101", 1),
        name: "白红芬",
        county: "武定县",
      }),
    ]),
    { regionCode: CHUXIONG },
  );
  const seenBy = async (actor: Actor) =>
    (await listEntries(actor, id, { text: "", countyCode: null }, TOP, 50)).rows.map(
      (row) => row.name,
    );
  expect(await seenBy(prefecture)).toEqual(["尹光英", "白红芬"]);
  expect(await seenBy(neighbour)).toEqual(["白红芬"]);
  expect(await viewSnapshot(neighbour, id)).toMatchObject({
    counts: [{ countyCode: WUDING, people: 1 }],
    refusals: [],
  });
});

test("people of a snapshot are found by name, by initials, and page by page both ways", async () => {
  const id = await imported(officer, asXlsx(exportRows(120, { householdHead: "翻页" })));
  const find = (text: string) => listEntries(officer, id, { text, countyCode: null }, TOP, 200);
  const all = await find("");
  expect(all.rows).toHaveLength(120);
  expect(all.rows[0]?.maskedId).toMatch(/^532323\*{8}\d{3}[\dX]$/);
  const byName = await find("普晓");
  expect(byName.rows.length).toBeGreaterThan(0);
  expect(byName.rows.every((row) => row.name.startsWith("普晓"))).toBe(true);
  expect((await find("px")).rows.length).toBeGreaterThanOrEqual(byName.rows.length);
  const page = (cursor: typeof TOP | { after: string | null; before: string | null }) =>
    listEntries(officer, id, { text: "", countyCode: null }, cursor, 50);
  const first = await page(TOP);
  const second = await page({ after: first.after, before: null });
  const back = await page({ after: null, before: second.before });
  expect([...first.rows, ...second.rows]).toEqual(all.rows.slice(0, 100));
  expect(back.rows).toEqual(first.rows);
  expect(back.before).toBeNull();
});
