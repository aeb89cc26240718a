import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewBoard } from "~/data/targets/board-view.server";
import { viewTarget } from "~/data/targets/target-view.server";
import { day } from "~/domain/shared/calendar-date";
import { revisionForm, targetForm, targetTexts } from "~/domain/targets/target-form";
import { enterDocumentedTargets } from "~/usecases/targets/enter-documented-targets.server";
import { enterTarget } from "~/usecases/targets/enter-target.server";
import { reviseTarget } from "~/usecases/targets/revise-target.server";
import { voidTarget } from "~/usecases/targets/void-target.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { anActor } from "#test/builders/actor";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { boardOf, TODAY } from "./support";

const NOW = new Date("2021-07-06T02:00:00Z");
const prefecture = anActor("prefectureSupervisor", "532300", "周明");
const TYPED = {
  ...{ measure: "SHANGHAI_PLACED", periodFrom: "2021-01-01", deadlineOn: "2021-12-31" },
  ...{ documentNumber: "楚人社发〔2021〕9号", issuer: "楚雄州人社局", issuedOn: "2021-02-01" },
  ...{ clause: "一", basis: "HEADCOUNT", mayShare: "on", value: "30", "share.532324": "30" },
};
type Changes = Readonly<Record<string, string>>;
const enter = (changes: Changes = {}) =>
  enterTarget(prefecture, "532300", targetForm.parse(targetTexts({ ...TYPED, ...changes })), NOW);
const revise = (id: string, changes: Changes = {}) => {
  const texts = targetTexts({ ...TYPED, revisionReason: "中期调整", ...changes });
  return reviseTarget(prefecture, id, revisionForm.parse(texts), NOW);
};
const idOf = (outcome: Awaited<ReturnType<typeof enter>> | Awaited<ReturnType<typeof revise>>) => {
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  return outcome.value.targetId;
};
const kindOf = (outcome: { ok: boolean; refusal?: { kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;
const pageOf = (id: string) => viewTarget(prefecture, id, { asOf: day("2021-07-01"), on: TODAY });
const onBoard = async (clause: string) => {
  const asked = { asOf: day("2021-07-01"), year: 2021, on: TODAY };
  const { targets } = await viewBoard(prefecture, asked);
  return targets.filter(({ target }) => target.clause === clause).map(({ target }) => target.id);
};

let database: TestPlatform;
beforeAll(async () => {
  database = await openTestPlatform();
});
afterAll(() => database.close());

describe("the same task", () => {
  test("entered by three at once is there once; the others hear that it is there", async () => {
    const outcomes = await Promise.all([enter(), enter(), enter()]);
    expect(outcomes.map(kindOf).sort()).toEqual(["done", "duplicate", "duplicate"]);
    expect(await onBoard("一")).toHaveLength(1);
  });

  test("entered twice before the key existed: the revised one stays, the other is void with its reason", async () => {
    const { owner } = database;
    await owner.query("DROP INDEX target_one_per_clause");
    const kept = idOf(await enter({ clause: "甲" }));
    const revised = idOf(await revise(kept, { clause: "甲" }));
    await owner.query(
      `INSERT INTO target (id, region_code, measure, period_from, deadline_on, document_number, issuer,
         issued_on, clause, basis, entered_by, entered_by_name, entered_at)
       SELECT gen_random_uuid(), region_code, measure, period_from, deadline_on, document_number, issuer,
         issued_on, clause, basis, entered_by, '另一人', '2021-01-01' FROM target WHERE id = $1`,
      [kept],
    );
    await owner.query(migrationFrom("WITH RECURSIVE again"));
    await owner.query(migrationFrom("CREATE UNIQUE INDEX target_one_per_clause"));
    const { rows } = await owner.query<{ by: string; isVoid: boolean; reason: string | null }>(
      `SELECT entered_by_name AS by, voided_at IS NOT NULL AS "isVoid", void_reason AS reason
       FROM target WHERE clause = '甲' ORDER BY entered_at, revision`,
    );
    expect(rows.map(({ by, isVoid }) => [by, isVoid])).toEqual([
      ["另一人", true],
      ["周明", false],
      ["周明", false],
    ]);
    expect(rows[0]?.reason).toContain("重复录入");
    expect((await pageOf(revised))?.board.target.voidedAt).toBeNull();
  });
});

/** One statement of the migration, as the databases of others get it. */
function migrationFrom(start: string): string {
  const sql = readFileSync("prisma/migrations/20261123000500_one_target/migration.sql", "utf8");
  const from = sql.indexOf(start);
  return sql.slice(from, sql.indexOf(";", from));
}

describe("a target entered by mistake", () => {
  test("is made void with a reason: off the board with its revisions, readable, and free to be entered anew", async () => {
    const first = idOf(await enter({ clause: "二" }));
    const id = idOf(await revise(first, { clause: "二" }));
    expect(kindOf(await voidTarget(prefecture, first, "指标录错", NOW))).toBe("revisedBefore");
    expect(await onBoard("二")).toEqual([id]);
    expect(kindOf(await voidTarget(prefecture, id, "指标录错", NOW))).toBe("done");
    expect(await onBoard("二")).toEqual([]);
    const page = await pageOf(id);
    expect(page?.board.target).toMatchObject({ voidReason: "指标录错", voidedByName: "周明" });
    expect(page?.mayRevise).toBe(false);
    expect((await pageOf(first))?.board.target.voidedAt).not.toBeNull();
    expect(kindOf(await revise(id, { clause: "二" }))).toBe("isVoid");
    expect(kindOf(await voidTarget(prefecture, id, "又一次", NOW))).toBe("voidBefore");
    expect(kindOf(await enter({ clause: "二" }))).toBe("done");
    const trail = "SELECT action FROM trail_event WHERE subject_id = $1 ORDER BY seq";
    const { rows } = await database.owner.query<{ action: string }>(trail, [id]);
    expect(rows.map(({ action }) => action)).toEqual(["target.revise", "target.void"]);
  });

  test("is nobody else's to make void, and no other column of it is ever written", async () => {
    const id = idOf(await enter({ clause: "三" }));
    const by = (actor: typeof prefecture) => voidTarget(actor, id, "录错", NOW);
    expect(kindOf(await by(anActor("caseOfficer", "532324")))).toBe("forbidden");
    expect(kindOf(await by(anActor("prefectureSupervisor", "530300")))).toBe("notFound");
    const unvoid = { voidedAt: null, voidReason: null };
    expect(kindOf(await by(prefecture))).toBe("done");
    const changed = inTransaction(prefecture, (tx) =>
      tx.target.updateMany({ where: { id }, data: unvoid }),
    );
    expect((await changed).count).toBe(0);
  });
});

test("a document of a day to come is refused; today's own is not", async () => {
  const future = { clause: "四", issuedOn: "2021-07-07" };
  expect(kindOf(await enter(future))).toBe("futureDocument");
  const id = idOf(await enter({ ...future, issuedOn: "2021-07-06" }));
  expect(kindOf(await revise(id, future))).toBe("futureDocument");
});

test("what the demonstration enters bears its own name, and no official's", async () => {
  await enterDocumentedTargets(prefecture, NOW);
  const found = await boardOf(prefecture, "SHANGHAI_PLACED");
  expect(found?.target.enteredByName).toBe("演示数据载入");
});
