import { afterAll, beforeAll, expect, test } from "vitest";
import { read, utils } from "xlsx";
import { ROLES } from "~/domain/access/role";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { checkRosterFile } from "~/usecases/rosters/check-roster-file.server";
import { exportRoster } from "~/usecases/rosters/export-roster.server";
import { MOST_PRINTED, printRoster } from "~/usecases/rosters/print-roster.server";
import { POLICY } from "~/domain/access/role-actions";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-06-20T02:00:00Z");
const officer = anActor("caseOfficer", COUNTY, "经办甲");
const TRAINEES = Array.from({ length: 23 }, (_, index) => ({
  name: index === 0 ? "沙马·尔布" : `李开${"翠美芬兰香"[index % 5] ?? ""}`,
  idCardNumber: idNumberOf("532323", "1990-01-01", index + 1),
  phone: `138000000${String(index).padStart(2, "0")}`,
}));
const SOME_FULL_NUMBER = /\d{17}[\dX]/;

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

async function exported(numbers: "masked" | "full", reason: string) {
  const outcome = await exportRoster(officer, { rosterId, numbers, reason }, NOW);
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  const chunks: Buffer[] = [];
  for await (const chunk of outcome.value.bytes) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const book = read(bytes);
  const cells = (name: string) =>
    utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: "" });
  return {
    fileName: outcome.value.fileName,
    bytes,
    cells,
    all: () => book.SheetNames.flatMap(cells).flat(),
  };
}

function checked(bytes: Buffer) {
  return checkRosterFile({
    roster: { name: "花名册.xlsx", bytes },
    registry: null,
    classStartsOn: null,
    today: day("2020-06-20"),
  });
}

async function trailOf(action: string): Promise<unknown[]> {
  const { rows } = await database.owner.query<{ detail: string }>(
    "SELECT detail FROM trail_event WHERE action = $1 ORDER BY seq",
    [action],
  );
  return rows.map((row) => JSON.parse(row.detail) as unknown);
}

test("[R02] a full export comes back in with nothing to find", async () => {
  const { bytes } = await exported("full", "报州人社局复核");
  const report = await checked(bytes);
  expect(report).toMatchObject({
    ok: true,
    value: { sheet: "花名册", headerRow: 3, rows: TRAINEES.length, findings: [] },
  });
});

test("a full export carries every number as text, and who took it, when, and which copy", async () => {
  const { cells, fileName } = await exported("full", "报州人社局复核");
  expect(fileName).toBe("花名册_家政服务员（第3期）_2020-06-20.xlsx");
  const rows = cells("花名册");
  const header = rows[2] ?? [];
  const numbers = rows
    .slice(3, 3 + TRAINEES.length)
    .map((row) => row[header.indexOf("身份证号码")]);
  expect(numbers).toEqual(TRAINEES.map((trainee) => trainee.idCardNumber));
  expect(rows[0]?.[0]).toBe("牟定县2020年沪滇劳务协作贫困劳动力技能培训花名册");
  expect(rows.at(-1)?.[0]).toMatch(/^说明：本表由 经办甲 于 2020-06-20 10:00 导出，份号 20200620-/);
  expect(cells("导出说明")).toContainEqual(["用途", "报州人社局复核"]);
});

test("a masked export shows no number in full, on any sheet", async () => {
  const texts = (await exported("masked", "")).all().map(String);
  expect(texts.filter((text) => SOME_FULL_NUMBER.test(text) || /^1\d{10}$/.test(text))).toEqual([]);
  expect(texts).toContain("532323********" + (TRAINEES[0]?.idCardNumber.slice(-4) ?? ""));
});

test("full numbers without a reason are refused and leave no trail; with one they leave a trail", async () => {
  const before = (await trailOf("roster.export")).length;
  const asked = { rosterId, numbers: "full", reason: " " } as const;
  expect(await exportRoster(officer, asked, NOW)).toMatchObject({
    refusal: { kind: "reasonMissing" },
  });
  expect(await trailOf("roster.export")).toHaveLength(before);
  await exported("full", "审计取证");
  const trail = await trailOf("roster.export");
  expect(trail).toHaveLength(before + 1);
  expect(trail.at(-1)).toMatchObject({ headcount: 23, numbers: "full", reason: "审计取证" });
  expect(JSON.stringify(trail)).not.toMatch(SOME_FULL_NUMBER);
});

test("what looks like a formula is exported as the text it is", async () => {
  await database.owner.query(
    "UPDATE roster_line SET note = '=1+1' WHERE roster_id = $1 AND line_no = 1",
    [rosterId],
  );
  const { cells } = await exported("masked", "");
  const rows = cells("花名册");
  expect(rows[3]?.[(rows[2] ?? []).indexOf("备注")]).toBe("=1+1");
  const book = read((await exported("full", "复核")).bytes, { cellFormula: true });
  const cellsOf = Object.values<unknown>(book.Sheets["花名册"] ?? {});
  expect(
    cellsOf.filter((cell) => typeof cell === "object" && cell !== null && "f" in cell),
  ).toEqual([]);
  await database.owner.query("UPDATE roster_line SET note = '' WHERE roster_id = $1", [rosterId]);
});

test.each(ROLES)("%s exports and prints as the policy says", async (role) => {
  const seat = { prefectureSupervisor: "532300", districtOfficer: "310113" };
  const actor = anActor(role, role in seat ? seat[role as keyof typeof seat] : COUNTY);
  const masked = { rosterId, numbers: "masked", reason: "" } as const;
  const took = await exportRoster(actor, masked, NOW);
  const printed = await printRoster(actor, { rosterId, purpose: "签字" }, NOW);
  // The one sees his paired counties only, the other nobody at all.
  const isBlind = role === "districtOfficer" || role === "systemAdministrator";
  const refusal = isBlind ? "notFound" : "forbidden";
  const said = [took, printed].map((outcome) => (outcome.ok ? "done" : outcome.refusal.kind));
  expect(said).toEqual([
    POLICY[role].includes("roster.export") ? "done" : refusal,
    POLICY[role].includes("roster.print") ? "done" : refusal,
  ]);
});

test("[R02] paper carries the full number of everybody, and a purpose in the trail", async () => {
  const asked = { rosterId, purpose: "结业签字按手印" };
  const outcome = await printRoster(officer, asked, NOW);
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  expect(outcome.value.lines.map((line) => line.idCardNumber)).toEqual(
    TRAINEES.map((trainee) => trainee.idCardNumber),
  );
  expect((await trailOf("roster.print")).at(-1)).toEqual({
    headcount: 23,
    numbers: "full",
    purpose: "结业签字按手印",
    copyNo: outcome.value.copyNo,
  });
  expect(await printRoster(officer, { rosterId, purpose: "" }, NOW)).toMatchObject({
    refusal: { kind: "purposeMissing" },
  });
});

test("who may not see full numbers prints them masked and exports none; typed numbers are kept masked", async () => {
  const official = anActor("secondedOfficial", COUNTY);
  const printed = await printRoster(
    official,
    { rosterId, purpose: `签字 ${TRAINEES[0]?.idCardNumber}` },
    NOW,
  );
  const lines = printed.ok ? printed.value.lines : [];
  expect(lines.length).toBeGreaterThan(0);
  for (const { idCardNumber } of lines) expect(idCardNumber).toMatch(/^\d{6}\*{8}\d{3}[\dX]$/);
  const trail = JSON.stringify((await trailOf("roster.print")).at(-1));
  expect(trail).toContain("masked");
  expect(trail).not.toMatch(SOME_FULL_NUMBER);
});

test("a roster longer than anybody signs is not printed", async () => {
  const print = () => printRoster(officer, { rosterId, purpose: "签字" }, NOW);
  const setCount = (headcount: number) =>
    database.owner.query("UPDATE roster SET headcount = $2 WHERE id = $1", [rosterId, headcount]);
  await setCount(MOST_PRINTED);
  expect(await print()).toMatchObject({ ok: true });
  await setCount(MOST_PRINTED + 1);
  expect(await print()).toMatchObject({ refusal: { kind: "tooMany", headcount: 2001 } });
  await setCount(TRAINEES.length);
});
