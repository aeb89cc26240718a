import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gatherGateFacts } from "~/data/evidence/gate-facts.server";
import { checkSeal } from "~/data/evidence/seal-check.server";
import { findSeal } from "~/data/evidence/seal-store.server";
import { examine, missingOf } from "~/domain/evidence/completeness";
import { platform } from "~/platform/platform.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { sealRoster } from "~/usecases/rosters/seal-roster.server";
import { anActor } from "#test/builders/actor";
import type { ReadyClass } from "#test/builders/sealed-class";
import {
  aSealedClass,
  COUNTY,
  NOW,
  officer,
  ready,
  reviewer,
  sealIt,
  sealOf,
  tamper,
  versionOf,
} from "#test/db/evidence/seal-support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const second = anActor("reviewer", COUNTY, "审核丙");

let at: TestPlatform;

beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

async function verdictOf(one: ReadyClass) {
  return inTransaction(officer, async (tx) => {
    const seal = await findSeal(tx, one.id);
    if (seal === null) throw new Error("no seal");
    return checkSeal(tx, seal);
  });
}

function missingIn(one: ReadyClass) {
  return inTransaction(officer, async (tx) =>
    missingOf(examine(await gatherGateFacts(tx, one.id))),
  );
}

const LACKING: readonly [string, string, (one: ReadyClass) => unknown, string][] = [
  ["a signature", "DELETE FROM acknowledgement WHERE id = $1", (c) => c.proofIds[0], "没有签字"],
  [
    "a print",
    "UPDATE acknowledgement SET voided_at = now() WHERE id = $1",
    (c) => c.proofIds[1],
    "没有手印",
  ],
  [
    "a telephone",
    "UPDATE roster_line SET phone_sealed = NULL, phone_index = NULL, content_version = 1 WHERE id = $1",
    (c) => c.lineIds[0],
    "没有联系电话",
  ],
  [
    "a verification",
    "DELETE FROM verification WHERE line_id = $1 AND event = 'completion'",
    (c) => c.lineIds[0],
    "结业查验：还没有查验",
  ],
  [
    "a result",
    "DELETE FROM completion_result WHERE line_id = $1",
    (c) => c.lineIds[1],
    "没有登记结业结果",
  ],
  [
    "an attendance",
    "DELETE FROM attendance WHERE session_id = $1 AND line_id = (SELECT min(line_id::text)::uuid FROM attendance WHERE session_id = $1)",
    (c) => c.sessionIds[0],
    "没有登记考勤",
  ],
  [
    "the bureau's supervision",
    "UPDATE supervision_record SET voided_at = now() WHERE id = $1",
    (c) => c.supervisionIds[0],
    "没有市人社局的监督记录",
  ],
  [
    "the official's supervision",
    "UPDATE supervision_record SET voided_at = now() WHERE id = $1",
    (c) => c.supervisionIds[1],
    "没有援滇干部的监督记录",
  ],
  [
    "a picture",
    "UPDATE media_item SET set_aside_at = now() WHERE id = $1",
    (c) => c.mediaIds[0],
    "影像不足：有 0 张（段），需 1 张（段）",
  ],
  [
    "the approval",
    "UPDATE training_class SET filing_state = 'submitted' WHERE id = $1",
    (c) => c.classId,
    "开班备案没有批准",
  ],
  [
    "the acceptance",
    "UPDATE roster SET state = 'draft' WHERE id = $1",
    (c) => c.id,
    "花名册现为“草稿”，须报送并核定后才能封存",
  ],
];

describe("the gate over real rows", () => {
  test("[R02] finds nothing missing in a whole class", async () => {
    expect(await missingIn(await ready())).toEqual([]);
  });

  test.each(LACKING)(
    "[R02] %s that is missing blocks, and sealing is refused",
    async (_, statement, key, words) => {
      const one = await ready();
      await tamper(at, statement, [key(one)]);
      expect((await missingIn(one)).map(({ message }) => message)).toEqual([words]);
      const outcome = await sealIt(one);
      expect(outcome).toMatchObject({ ok: false });
      expect(await sealOf(one)).toBeNull();
    },
  );

  test("[R02] a line whose content changed must be signed anew, and the gate says so", async () => {
    const one = await ready();
    await at.owner.query("UPDATE roster_line SET address = '新址' WHERE id = $1", [one.lineIds[0]]);
    expect((await missingIn(one)).map(({ message }) => message)).toEqual([
      "签字是名册内容更改前留下的，须重签",
      "手印是名册内容更改前留下的，须重签",
    ]);
  });
});

describe("sealing", () => {
  test("[R02] writes seal, state and trail, and the rows still give the digest", async () => {
    const one = await aSealedClass();
    expect(await sealOf(one)).toMatchObject({ headcount: 2, algorithm: "v1", evidenceCount: 8 });
    expect(await verdictOf(one)).toEqual({ kind: "intact" });
    const { rows } = await at.owner.query<{ detail: string }>(
      "SELECT detail FROM trail_event WHERE action = 'roster.seal' AND subject_id = $1",
      [one.id],
    );
    expect(JSON.parse(rows[0]?.detail ?? "{}")).toEqual({
      headcount: 2,
      digest: (await sealOf(one))?.digest,
    });
  });

  test("[R07] is refused to who entered, recorded, asked the registry or completed, and to who may not seal", async () => {
    const one = await ready();
    const both = { ...reviewer, userId: officer.userId };
    expect(await sealIt(one, both)).toMatchObject({ refusal: { kind: "ownWork" } });
    expect(await sealIt(one, officer)).toMatchObject({ refusal: { kind: "forbidden" } });
    const stranger = anActor("reviewer", "530381");
    expect(await sealIt(one, stranger)).toMatchObject({ refusal: { kind: "notFound" } });
    const recorder = { ...second };
    await at.owner.query("UPDATE acknowledgement SET recorded_by = $2 WHERE id = $1", [
      one.proofIds[0],
      recorder.userId,
    ]);
    expect(await sealIt(one, recorder)).toMatchObject({ refusal: { kind: "ownWork" } });
    const asker = anActor("reviewer", COUNTY, "审核丁");
    const asked = "UPDATE verification SET recorded_by = $2 WHERE line_id = $1";
    await at.owner.query(asked, [one.lineIds[0], asker.userId]);
    expect(await sealIt(one, asker)).toMatchObject({ refusal: { kind: "ownWork" } });
  });

  test("is refused over a page that others have changed since", async () => {
    const one = await ready();
    const asked = { rosterId: one.id, version: (await versionOf(one.id)) - 1 };
    expect(await sealRoster(reviewer, asked, NOW)).toMatchObject({
      refusal: { kind: "changedByOthers" },
    });
  });
});

describe("sealing beside others", () => {
  test("[R02] two at once: one seal, one refusal", async () => {
    const one = await ready();
    const outcomes = await Promise.all([sealIt(one), sealIt(one, second)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      refusal: { kind: "wrongState", state: "sealed" },
    });
    const { rowCount } = await at.owner.query("SELECT FROM roster_seal WHERE roster_id = $1", [
      one.id,
    ]);
    expect(rowCount).toBe(1);
  });

  test("[R02] a correction under way is waited for, and sealed as corrected", async () => {
    const one = await ready();
    const other = await platform().pool.connect();
    await other.query("BEGIN");
    await other.query("SELECT set_config('app.counties', $1, true)", [COUNTY]);
    await other.query("UPDATE attendance SET state = 'ABSENT' WHERE session_id = $1", [
      one.sessionIds[0],
    ]);
    const sealing = sealIt(one);
    const first = await Promise.race([
      sealing,
      new Promise((done) => setTimeout(done, 300, "waits")),
    ]);
    expect(first).toBe("waits");
    await other.query("COMMIT");
    other.release();
    expect(await sealing).toMatchObject({ ok: true });
    expect(await verdictOf(one)).toEqual({ kind: "intact" });
  });
});
