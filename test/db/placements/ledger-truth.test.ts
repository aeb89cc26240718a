import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countFollowUps } from "~/data/placements/follow-up-counts-view.server";
import { listFollowUps } from "~/data/placements/follow-up-list-view.server";
import { listPlacements } from "~/data/placements/placement-list-view.server";
import { day } from "~/domain/shared/calendar-date";
import { idCardNumber as typed } from "~/domain/shared/id-card-number";
import { idCardIndex } from "~/platform/crypto/blind-index.server";
import { platform } from "~/platform/platform.server";
import { readLedgerFilter } from "~/routes/placements/ledger-address";
import { uploadRegistry } from "~/usecases/registry/upload-registry.server";
import { decideDifferences } from "~/usecases/rosters/decide-differences.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { asCsv, exportRow } from "#test/builders/registry-export";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { received, value, workOff } from "../rosters/support";
import * as ledger from "./ledger-import-support";

const NANHUA = "532324";
const MOUDING = "532323";
const prefecture = anActor("prefectureSupervisor", "532300", "周监管");
const officer = anActor("caseOfficer", NANHUA, "张经办");
const neighbour = anActor("caseOfficer", MOUDING, "王经办");

let serial = 0;
const aPerson = (name: string, county = NANHUA) => {
  serial += 1;
  return { name, idCardNumber: idNumberOf(county, "1985-05-05", 100 + serial * 2) };
};
const DUAN = aPerson("段金华", MOUDING);
const LUO = aPerson("罗志荣");
const QI = aPerson("起桂芳");
const PU = aPerson("普美芝");
const JOB = {
  ...{ county: "南华县", township: "龙川镇", phone: "15827307528" },
  ...{ workProvince: "上海市", workplace: "嘉定区", employer: "嘉定物流有限公司" },
  ...{ creditCode: "91310114EGLPXMHH7H", jobTitle: "装卸工", monthlyWage: "4500" },
  ...{ startedOn: "2020-05-06", contractKind: "劳动合同", arrangement: "有组织", publicPost: "否" },
};

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
  const carried = (county: string, people: readonly (typeof DUAN)[]) =>
    people.map((one) => exportRow({ ...one, householdHead: one.name, county }));
  const rows = [...carried("牟定县", [DUAN]), ...carried("南华县", [LUO, QI, PU])];
  const file = await received(Buffer.from(asCsv(rows)), "导出.csv");
  const upload = { regionCode: "532300", exportedOn: null, file };
  value(await uploadRegistry(prefecture, upload, ledger.NOW));
  await workOff();
});
afterAll(() => at.close());

type Cells = Parameters<typeof ledger.ledgerFile>[0];

async function checked(lines: Cells, actor = officer, region = NANHUA) {
  const importId = await ledger.checkedLedger(actor, region, await ledger.ledgerFile(lines));
  return { importId, rows: await ledger.ledgerRows(actor, importId) };
}

async function taken(lines: Cells, decision: "keep" | "take" | null = null) {
  const { importId, rows } = await checked(lines);
  if (decision !== null) {
    value(await decideDifferences(officer, importId, { all: decision }, ledger.NOW));
  }
  await ledger.intoLedger(officer, importId);
  return { importId, rows };
}

async function linesOf({ idCardNumber }: { readonly idCardNumber: string }) {
  const { rows } = await at.owner.query<Record<string, unknown>>(
    `SELECT p.id, p.name, p.county_code AS county, p.verified_category AS category,
       p.verified_on IS NOT NULL AS asked, p.findings::text AS findings
     FROM placement p WHERE p.id_index = $1 AND p.removed_at IS NULL ORDER BY p.started_on`,
    [idCardIndex(platform().keyRing, typed(idCardNumber))],
  );
  return rows;
}

describe("[R09] a county's ledger has its own people alone", () => {
  test("whom the registry carries in another county is refused, and nothing of him is written", async () => {
    const { rows } = await checked([{ ...DUAN, ...JOB, startedOn: "2020-06-01" }]);
    expect(rows[0]).toMatchObject({ state: "refused", matching: "new" });
    expect(rows[0]?.findings.map(({ kind }) => kind)).toEqual(["other-county-person"]);
    expect((await at.owner.query("SELECT 1 FROM person WHERE name = '段金华'")).rowCount).toBe(0);
  });

  test("whom another county keeps is refused, with the same employer and day as with another", async () => {
    const own = await ledger.ledgerFile([{ ...DUAN, ...JOB, county: "牟定县" }]);
    await ledger.intoLedger(neighbour, await ledger.checkedLedger(neighbour, MOUDING, own));
    expect(await linesOf(DUAN)).toMatchObject([{ county: MOUDING, category: "LIFTED" }]);
    const { rows } = await checked([
      { ...DUAN, ...JOB },
      { ...DUAN, ...JOB, startedOn: "2020-06-01" },
      { ...LUO, ...JOB },
    ]);
    expect(rows.map(({ state }) => state)).toEqual(["refused", "refused", "ready"]);
    expect(JSON.stringify(rows.slice(0, 2))).not.toMatch(/已有一份工作|牟定/);
  });

  test("a prefecture's file that puts a person into the wrong one of its counties is refused as well", async () => {
    const { rows } = await checked([{ ...DUAN, ...JOB }], prefecture, "532300");
    expect(rows.map(({ state }) => state)).toEqual(["refused"]);
  });

  test("who came to another county while the file lay checked stops the whole of it with a reason", async () => {
    const late = aPerson("鲁迟到");
    const { importId } = await checked([{ ...late, ...JOB }]);
    const theirs = await ledger.ledgerFile([{ ...late, ...JOB, county: "牟定县" }]);
    await ledger.intoLedger(neighbour, await ledger.checkedLedger(neighbour, MOUDING, theirs));
    await ledger.intoLedger(officer, importId);
    expect(await ledger.importPage(officer, importId)).toMatchObject({ state: "checked" });
    const { rows } = await at.owner.query<{ message: string }>(
      "SELECT message FROM job WHERE subject_id = $1 ORDER BY created_at DESC LIMIT 1",
      [importId],
    );
    expect(rows[0]?.message).toContain("其他县");
  });
});

describe("line and person are of one county", () => {
  test("the database lets no line stand outside its person's county, from either side", async () => {
    const move = (table: string) =>
      at.owner.query(
        `UPDATE ${table} SET county_code = $1 WHERE name = '段金华' AND county_code <> $1`,
        [NANHUA],
      );
    await expect(move("placement")).rejects.toThrow("placement_at_home");
    await expect(move("person")).rejects.toThrow("placement_at_home");
    await expect(
      at.owner.query(
        `INSERT INTO placement SELECT (jsonb_populate_record(p, jsonb_build_object(
           'id', gen_random_uuid(), 'county_code', $1::text, 'started_on', '2020-07-01'))).*
         FROM placement p WHERE name = '段金华'`,
        [NANHUA],
      ),
    ).rejects.toThrow("placement_at_home");
  });

  test("what an import had let in before is taken out by the migration, with its trail", async () => {
    await at.owner.query("SET session_replication_role = replica");
    await at.owner.query(
      `INSERT INTO placement SELECT (jsonb_populate_record(p, jsonb_build_object(
         'id', gen_random_uuid(), 'county_code', $1::text, 'started_on', '2020-08-01'))).*
       FROM placement p WHERE name = '段金华'`,
      [NANHUA],
    );
    await at.owner.query("SET session_replication_role = DEFAULT");
    const folder = "prisma/migrations/20261123000200_placement_truth";
    const migration = await readFile(`${folder}/migration.sql`, "utf8");
    await at.owner.query(migration.slice(0, migration.indexOf("-- Set-wise")));
    await at.owner.query(migration.slice(migration.indexOf("-- Files that lie checked")));
    const { rows } = await at.owner.query(
      `SELECT p.county_code AS county, p.removed_at IS NULL AS stands, t.action
       FROM placement p LEFT JOIN trail_event t ON t.subject_id = p.id::text AND t.actor_id IS NULL
       WHERE p.name = '段金华' ORDER BY 1`,
    );
    expect(rows).toEqual([
      { county: MOUDING, stands: true, action: null },
      { county: NANHUA, stands: false, action: "placement.remove" },
    ]);
  });

  test("every count of the follow-ups and of the ledger is that of its list", async () => {
    const page = { cursor: { after: null, before: null }, size: 100, today: day(ledger.TODAY) };
    const counts = await countFollowUps(prefecture, "", page.today);
    for (const tab of ["due", "overdue", "lost", "recent"] as const) {
      const { rows } = await listFollowUps(prefecture, { tab, county: "" }, page);
      expect([tab, rows.length]).toEqual([tab, counts[tab]]);
    }
    expect(counts.due).toBeGreaterThan(0);
    const all = readLedgerFilter(new URLSearchParams("state=all"), () => false);
    const { rows } = await listPlacements(prefecture, all, page.cursor, 100, page.today);
    expect(rows.every(({ maskedId }) => maskedId !== "")).toBe(true);
  });
});

describe("what a file changes by decision", () => {
  const trailOf = async (lineId: unknown) => {
    const { rows } = await at.owner.query<{ action: string; actor: string; detail: string }>(
      `SELECT action, actor_name AS actor, detail FROM trail_event
       WHERE subject_kind = 'placement' AND subject_id = $1::text ORDER BY seq`,
      [lineId],
    );
    return rows.map(({ detail, ...row }) => ({
      ...row,
      detail: JSON.parse(detail) as Record<string, string>,
    }));
  };

  test("[R09] leaves the old values of every line in the trail, and nothing where they were kept", async () => {
    const one = aPerson("鲁变动");
    const line = { ...one, ...JOB };
    await taken([line]);
    const [{ id } = { id: "" }] = await linesOf(one);
    expect(await trailOf(id)).toEqual([]);
    await taken([{ ...line, monthlyWage: "9000" }], "keep");
    expect(await trailOf(id)).toEqual([]);
    const other = { workProvince: "浙江省", workplace: "杭州市", phone: "15827307529" };
    await taken([{ ...line, ...other, name: "鲁变更" }], "take");
    expect(await trailOf(id)).toEqual([
      {
        ...{ action: "placement.change", actor: officer.name },
        detail: {
          person: "鲁变更",
          before: "姓名 鲁变动、就业地 310114、联系电话 158****7528",
          after: "姓名 鲁变更、就业地 330100、联系电话 158****7529",
        },
      },
    ]);
  });

  test("leaves a person's old name with his new line", async () => {
    const one = aPerson("普旧名");
    await taken([{ ...one, ...JOB }]);
    await taken([{ ...one, ...JOB, name: "普新名", startedOn: "2020-07-01" }], "take");
    const [, second] = await linesOf(one);
    expect((await trailOf(second?.["id"])).map(({ detail }) => detail)).toEqual([
      { person: "普新名", before: "姓名 普旧名", after: "姓名 普新名" },
    ]);
  });
});

describe("a line is verified by number and name", () => {
  test("[R09] under another name than the registry's it goes in unverified, with the finding kept", async () => {
    const { rows } = await taken([{ ...QI, ...JOB, name: "冒名测试" }]);
    expect(rows[0]?.findings.map(({ kind }) => kind)).toEqual(["name-differs-from-registry"]);
    const [line] = await linesOf(QI);
    expect(line).toMatchObject({ name: "冒名测试", category: null, asked: true });
    expect(line?.["findings"]).toContain("name-differs-from-registry");
  });

  test("the name put right by another file is verified with it, and put wrong again it is not", async () => {
    await taken([{ ...QI, ...JOB }], "take");
    expect(await linesOf(QI)).toMatchObject([{ name: "起桂芳", category: "LIFTED" }]);
    await taken([{ ...QI, ...JOB, name: "冒名测试" }], "take");
    expect(await linesOf(QI)).toMatchObject([{ name: "冒名测试", category: null }]);
  });

  test("a new line that keeps the recorded name is verified by that name", async () => {
    await taken([{ ...PU, ...JOB }]);
    const second = { ...PU, ...JOB, name: "普美之", startedOn: "2020-07-01" };
    await taken([second], "keep");
    expect((await linesOf(PU)).map(({ name, category }) => [name, category])).toEqual([
      ["普美芝", "LIFTED"],
      ["普美芝", "LIFTED"],
    ]);
  });
});
